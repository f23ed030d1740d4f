import type { CallbackState } from './callbacks.ts';
import type { JournalEntry } from './journal.ts';
import type { CallbackOperation } from './merchant.ts';
import type { OrderState } from './order.ts';

/** What every event has. */
interface EventFacts {
  /** Counts the events of all merchants, from 1. */
  readonly id: number;
  /** Login; empty where no merchant is known. */
  readonly merchant: string;
  /** ISO 8601, by the merchant's clock. */
  readonly at: string;
}

/** A request with its answer, as the journal has it. */
export interface RequestEvent extends EventFacts, Omit<JournalEntry, 'number' | 'at'> {
  readonly type: 'request';
}

/** An order as it is now. Amounts are in minor units. */
export interface OrderEvent extends EventFacts {
  readonly type: 'order';
  readonly orderId: string;
  readonly orderNumber: string;
  readonly status: OrderState;
  readonly orderStatus: number;
  /** 0: approved, -100: nobody has tried to pay. */
  readonly actionCode: number;
  readonly amountMinor: number;
  readonly approvedMinor: number;
  readonly depositedMinor: number;
  readonly refundedMinor: number;
  /** How many there were so far. */
  readonly attempts: number;
  /** Counts the changes of the order. */
  readonly version: number;
}

/** A callback after a try to deliver it. */
export interface CallbackEvent extends EventFacts {
  readonly type: 'callback';
  readonly callbackId: string;
  /** What it is about: an order, or a stored card. */
  readonly subject: string;
  readonly operation: CallbackOperation;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly state: CallbackState;
  /** How many there were so far. */
  readonly tries: number;
  /** What the shop answered to this one. */
  readonly httpStatus?: number;
  /** Why there was no answer. */
  readonly error?: string;
  /** Somebody asked for this try. */
  readonly byHand?: true;
}

/** A clock that was moved, stopped or started. */
export interface ClockEvent extends EventFacts {
  readonly type: 'clock';
  readonly isFrozen: boolean;
}

/**
 * So many events of all merchants are no longer known: they came while this stream was not open, or while the processes
 * of the gateway could not hear one another.
 */
export interface LostEvents {
  readonly type: 'lost';
  readonly count: number;
}

/** Something that happened in the gateway, without card numbers and secrets. */
export type SandboxEvent = RequestEvent | OrderEvent | CallbackEvent | ClockEvent | LostEvents;
