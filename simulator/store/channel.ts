/** What a process is told over a channel. */
export interface ChannelListener {
  /** A text, of this process or another, with its id, which counts up in the one order that all processes hear. */
  onText(id: number, text: string): void;
  /** The id of the last text that was sent, whether it was heard or not: this process hears all that comes after it. */
  onJoined(lastId: number): void;
  /** Other processes have begun to listen, or none does any more. */
  onHeard(): void;
  /** Nothing is heard and sent until `onJoined`, which comes by itself. Told once of an outage. */
  onOutage(error: unknown): void;
}

/** Brings texts to all processes that share a store, while somebody listens in one of them. Nothing here ever fails. */
export interface Channel {
  /** Takes part, until the store is closed; resolves when this process hears, or the first attempt has failed. */
  join(listener: ChannelListener): Promise<void>;
  /** Whether somebody listens in another process. */
  isHeard(): boolean;
  /** Sends a JSON text to all, this process too. Where that cannot be now it waits; of too many the oldest are lost. */
  send(json: string): void;
  /** Somebody listens in this process; resolves when the others know. */
  hear(): Promise<void>;
  /** Nobody listens in this process any more. */
  leave(): void;
  /** The id of the last text of all, after those of this process have been sent; undefined where nobody can say. */
  lastId(): Promise<number | undefined>;
}
