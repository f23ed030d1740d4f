/** Something that happened to a merchant's order or callback. */
export interface SandboxEvent {
  readonly kind: 'order' | 'callback';
  readonly merchant: string;
  /** Plain data: what it is about, and how that is now. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Tells who listens of what happens; costs next to nothing while nobody does. */
export interface Events {
  emit(event: SandboxEvent): void;
  isHeard(): boolean;
  /** Until the function that it gives is called. `closed`: nothing more will come. */
  listen(hear: (event: SandboxEvent) => void, closed: () => void): () => void;
  close(): void;
}

export const createEvents = (): Events => {
  const listeners = new Map<(event: SandboxEvent) => void, () => void>();
  return {
    emit: (event) => {
      for (const hear of listeners.keys()) hear(event);
    },
    isHeard: () => listeners.size > 0,
    listen: (hear, closed) => {
      listeners.set(hear, closed);
      return () => listeners.delete(hear);
    },
    close: () => {
      for (const closed of listeners.values()) closed();
      listeners.clear();
    },
  };
};
