/** Something that happened to a merchant. No card numbers, security codes, passwords or tokens are in it. */
export interface GatewayEvent {
  /** Counts the events of all merchants, from 1; one count for all processes that share a store. */
  readonly id: number;
  readonly type: 'request' | 'order' | 'callback' | 'clock';
  /** Login; empty where no merchant is known. */
  readonly merchant: string;
  /** By the merchant's clock, milliseconds since 1970. */
  readonly atMs: number;
  /** What the type has to say. */
  readonly data: Readonly<Record<string, unknown>>;
}
