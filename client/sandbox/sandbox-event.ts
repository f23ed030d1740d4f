import type { CallbackTry, SandboxCallback } from './callbacks.ts';
import type { JournalEntry } from './journal.ts';
import type { SandboxOrder } from './order.ts';

/** The fields of every event. */
interface EventFacts {
  /** Counts the events of all merchants, from 1. */
  readonly id: number;
  /** Login; empty if no merchant is known. */
  readonly merchant: string;
  /** ISO 8601, by the merchant's clock. */
  readonly at: string;
}

/** A request with its answer, as the journal has it. */
export interface RequestEvent extends EventFacts, Omit<JournalEntry, 'number' | 'at'> {
  readonly type: 'request';
}

type OrderFacts = 'orderId' | 'orderNumber' | 'status' | 'orderStatus' | 'actionCode' | AmountName;
type AmountName = 'amountMinor' | 'approvedMinor' | 'depositedMinor' | 'refundedMinor';

/** An order as it is now. */
export interface OrderEvent extends EventFacts, Pick<SandboxOrder, OrderFacts> {
  readonly type: 'order';
  /** The number of attempts so far. */
  readonly attempts: number;
  /** Counts the changes of the order. */
  readonly version: number;
}

/** A callback after a try to deliver it, with the result of this try. */
export interface CallbackEvent
  extends EventFacts,
    Pick<SandboxCallback, 'operation' | 'state'>,
    Pick<SandboxCallback['request'], 'url' | 'method'>,
    Omit<CallbackTry, 'at'> {
  readonly type: 'callback';
  readonly callbackId: string;
  /** The id of an order or of a stored card. */
  readonly subject: string;
  /** The number of tries so far. */
  readonly tries: number;
}

/** A clock that was moved, stopped or started. */
export interface ClockEvent extends EventFacts {
  readonly type: 'clock';
  readonly isFrozen: boolean;
}

/**
 * A callback for a listener with `forwardTo`, who sends it to the shop in place of the gateway, and reports the answer with
 * `callbacks.reportForwarded`. It comes once, without an id of its own.
 */
export interface ForwardEvent extends Omit<EventFacts, 'id'> {
  readonly type: 'forward';
  readonly callbackId: string;
  readonly method: SandboxCallback['request']['method'];
  /** Without the fields of a GET. */
  readonly url: string;
  /** The merchant's own. */
  readonly headers: Readonly<Record<string, string>>;
  /** With the checksum, in the order of sending: of a GET in the query, of a POST as a form. */
  readonly fields: SandboxCallback['fields'];
  /** Of a POST, in place of a form. */
  readonly body?: string;
}

/**
 * The number of lost events of all merchants: they happened while this stream was closed, or while the processes
 * of the gateway could not reach one another.
 */
export interface LostEvents {
  readonly type: 'lost';
  readonly count: number;
}

/** In a stream with `digestMs`, in place of all events since the last one: how many there were. */
export interface ChangedEvent {
  readonly type: 'changed';
  /** Of the last of these events. */
  readonly id: number;
  readonly count: number;
}

/** Something that happened in the gateway, without card numbers and secrets. */
export type SandboxEvent =
  | RequestEvent
  | OrderEvent
  | CallbackEvent
  | ClockEvent
  | ForwardEvent
  | LostEvents
  | ChangedEvent;
