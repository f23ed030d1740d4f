/** Names a task by the gateway's id (better) or by the shop's own. */
export type TaskIdentifier =
  | { readonly taskUuid: string }
  | { readonly merchantTaskUuid: string; readonly merchantLogin?: string };

/** Length of a period; months keep the day if possible. Source: BPC REST documentation, recurring tasks. */
export type TaskTimeUnit = 'SECONDS' | 'MINUTES' | 'HOURS' | 'DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS' | (string & {});

/** Payments with a stored card that the gateway makes by itself. */
export interface NewRecurringTask {
  /** The shop's own id of the task, unique for ever. */
  readonly merchantTaskUuid: string;
  readonly clientId: string;
  readonly bindingId: string;
  readonly amountMinor: number;
  /** ISO 4217 numeric, three digits. */
  readonly currency: string;
  readonly schedule: {
    /** The first payment. A text keeps the shop's zone, by which months end: `2026-01-31T00:00:00.000+0500`. */
    readonly since: Date | string;
    /** All payments lie before this. */
    readonly till: Date | string;
    /** The number of units between two payments. */
    readonly every: number;
    readonly unit: TaskTimeUnit;
  };
  readonly params?: Readonly<Record<string, string>>;
  readonly merchantLogin?: string;
  readonly language?: string;
}

export type TaskState = 'CREATED' | 'ACTIVE' | 'FAILED' | 'COMPLETED' | 'TERMINATED' | 'EXPIRED';

/** The answer of calls about tasks; each call fills a part of it. Dates are texts with a zone. */
export interface RecurringTaskAnswer {
  readonly taskUuid: string;
  readonly merchantTaskUuid?: string;
  readonly merchantLogin?: string;
  readonly state?: TaskState;
  readonly created?: string;
  readonly updated?: string;
  readonly nextPaymentDate?: string;
  readonly lastPaymentDate?: string;
  readonly bindingId?: string;
  readonly clientId?: string;
  readonly amount?: number;
  readonly params?: Readonly<Record<string, string>>;
  readonly attemptsHistory?: readonly RecurringAttempt[];
  readonly [other: string]: unknown;
}

export interface RecurringAttempt {
  readonly paymentAttemptUuid: string;
  readonly paymentUuid: string;
  /** SUCCEEDED, or another text. */
  readonly state: string;
  readonly executed: string;
  readonly technicalAttempt: boolean;
  readonly orderId?: string;
  readonly orderNumber?: string;
}

/** A task and the language of the answer. */
export interface TaskQuery {
  readonly task: TaskIdentifier;
  readonly language?: string;
}

export interface RecurringTaskChange extends TaskQuery {
  readonly bindingId?: string;
  readonly clientId?: string;
  readonly params?: Readonly<Record<string, string>>;
}

export interface TaskQueries {
  readonly tasks: readonly TaskIdentifier[];
  readonly language?: string;
}

export interface SkippedPayment extends TaskQuery {
  /** Counted from 1. */
  readonly paymentNumber: number;
}
