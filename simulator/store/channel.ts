/** The side of one process. */
export interface ChannelListener {
  /** The next event, of this process or another. Ids count up; the events in a gap are lost. */
  onEvent(id: number, json: string): void;
  /** Connected, for the first time or again. All events up to this id that are still kept have been read. */
  onJoined(lastId: number): void;
  /** The first listener has come to another process, or the last one has gone. */
  onListenersChange(): void;
  /** The connection broke: once per outage. The next `onJoined` comes by itself. */
  onOutage(error: unknown): void;
}

/** Events for all processes that share a store. No function throws or rejects. */
export interface Channel {
  /** Connects, until the store is closed. Resolves after `onJoined`, or when the first attempt has failed. */
  join(listener: ChannelListener): Promise<void>;
  /** Whether another process has listeners. */
  hasListeners(): boolean;
  /** Sends an event to all processes, this one included, or keeps it until it can. If too many wait, the oldest are lost. */
  send(json: string): void;
  /** This process has listeners. Resolves when the others know, and all events sent before have been read here. */
  listen(): Promise<void>;
  /** This process has no listeners any more. */
  leave(): void;
}
