import type { Binding } from '../domain/binding.ts';
import type { Callback } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/order.ts';
import type { OrderTemplate } from '../domain/order-template.ts';
import type { RecurringTask } from '../domain/recurring-task.ts';
import type { Channel } from './channel.ts';

/** What a collection keeps: whole things of a merchant, each version a new object. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
}

/** Things of merchants by id. */
export interface Collection<Thing extends Kept> {
  insert(thing: Thing): Promise<void>;
  find(id: string): Promise<Thing | undefined>;
  /** Keeps the next version; false when somebody else has changed the thing since it was read. */
  replace(next: Thing): Promise<boolean>;
  /** All things of a merchant, oldest first. */
  ofMerchant(merchant: string): Promise<readonly Thing[]>;
  /** Drops all things of a merchant. */
  forget(merchant: string): Promise<void>;
}

/** What a change of an order brings with it. */
export interface OrderSideEffects {
  /** New ones. */
  readonly callbacks?: readonly Callback[];
  /** The card that the payment stores. */
  readonly binding?: Binding;
}

/** Orders, each with an order number that is unique for its merchant for ever. */
export interface OrderStore {
  /** Keeps a new order; where the merchant has used the number before, keeps nothing and returns that older order. */
  insert(order: Order): Promise<Order | undefined>;
  find(id: string): Promise<Order | undefined>;
  findByNumber(merchant: string, orderNumber: string): Promise<Order | undefined>;
  /** The order whose last attempt is the authentication of this `threeDSServerTransID`. */
  findByServerTransId(serverTransId: string): Promise<Order | undefined>;
  /**
   * Keeps the next version of an order with what it brings, all of it or nothing; false, and nothing, when somebody else
   * has changed the order since it was read.
   */
  replace(next: Order, besides?: OrderSideEffects): Promise<boolean>;
  /** All orders of a merchant, in no order. */
  ofMerchant(merchant: string): Promise<Order[]>;
  /** Ids of the merchant's orders whose due time has come, earliest first. */
  due(merchant: string, nowMs: number, limit: number): Promise<readonly string[]>;
  /** The earliest due time of the merchant's orders. */
  nextDueMs(merchant: string): Promise<number | undefined>;
  /** Drops all orders of a merchant; its order numbers are free again. */
  forget(merchant: string): Promise<void>;
}

/** Merchants by login, each with a public token that no other has. */
export interface MerchantStore {
  /** Keeps a new merchant; false, and nothing, where its login or its token is taken. */
  insert(merchant: Merchant): Promise<boolean>;
  /** Keeps a merchant as it is now, new or not; false, and nothing, where another has its token. */
  save(merchant: Merchant): Promise<boolean>;
  find(login: string): Promise<Merchant | undefined>;
  findByToken(token: string): Promise<Merchant | undefined>;
  /** In the order in which they were added. */
  all(): Promise<readonly Merchant[]>;
  /** Whether any of them has a scenario that is its own as a whole. */
  someHaveOwnScenario(): Promise<boolean>;
  /** Drops the merchant itself, and nothing that is its. */
  remove(login: string): Promise<void>;
}

/** Callbacks, in the order in which they were added. */
export interface CallbackStore {
  save(callback: Callback): Promise<void>;
  /** Those about an order or a stored card. */
  about(subject: string): Promise<readonly Callback[]>;
  /** Those of a merchant, one subject after the other. */
  ofMerchant(merchant: string): Promise<readonly Callback[]>;
  /** What a merchant has still to be told about: the subjects of callbacks that wait. */
  waitingSubjects(merchant: string): Promise<readonly string[]>;
  forget(merchant: string): Promise<void>;
}

/** Stored cards. */
export interface BindingStore extends Collection<Binding> {
  /** All cards of a client, oldest first. */
  ofClient(merchant: string, clientId: string): Promise<readonly Binding[]>;
}

/** Recurring tasks, each with an id of the merchant's own that is unique for the merchant. */
export interface TaskStore extends Omit<Collection<RecurringTask>, 'insert'> {
  /** Keeps a new task; false, and nothing, where the merchant has used its own id before. */
  insert(task: RecurringTask): Promise<boolean>;
  /** The merchant's task that pays next, and when. */
  nextDue(merchant: string): Promise<{ readonly id: string; readonly dueMs: number } | undefined>;
}

/** Counts by a key of whoever counts. */
export interface CounterStore {
  /** Adds one to a count of a merchant and gives the new count, never the same twice. */
  next(merchant: string, key: string): Promise<number>;
  /** Puts a count, which goes on from there. */
  set(merchant: string, key: string, count: number): Promise<void>;
  /** All counts of a merchant by their keys. */
  ofMerchant(merchant: string): Promise<Readonly<Record<string, number>>>;
  /** Drops the counts of a merchant whose keys begin so; all of them by default. */
  forget(merchant: string, keysBegin?: string): Promise<void>;
}

/** The clock of a merchant that was moved or stopped, as it was left. */
export interface KeptClock {
  readonly merchant: string;
  /** What time it was then. */
  readonly nowMs: number;
  /** How far it was ahead of the clock of the process. */
  readonly aheadMs: number;
  readonly isFrozen: boolean;
}

/** Clocks of merchants, one each. */
export interface ClockStore {
  save(clock: KeptClock): Promise<void>;
  all(): Promise<readonly KeptClock[]>;
  forget(merchant: string): Promise<void>;
}

/** What is due of a merchant first, by the merchant's own clock. */
export interface FirstDue {
  readonly login: string;
  /** Of its orders and recurring tasks. */
  readonly dueMs?: number;
  /** Of its callbacks. */
  readonly callbackDueMs?: number;
}

/** What processes need that share a store. */
export interface Sharing {
  /**
   * Takes a piece of work for so long, in milliseconds of the store; where this process has it already, anew. False while
   * another process has it.
   */
  take(work: string, leaseMs: number): Promise<boolean>;
  /** Gives back what was taken. */
  release(work: string): Promise<void>;
  /** Every merchant of which something is due by now, by its own clock; `nowMs`: by the clock of this process. */
  firstDue(nowMs: number): Promise<readonly FirstDue[]>;
  /** Tells of all clocks that another process has moved since, without anybody looking for their merchants. */
  learnClocks(): Promise<void>;
  /**
   * Names who is told when a merchant is found whose clock another process has moved since, before whoever looks for the
   * merchant gets it. `undefined`: it has no clock of its own any more.
   */
  onClock(listener: (login: string, clock: KeptClock | undefined) => void): void;
}

/** Everything that lasts. */
export interface Store {
  readonly orders: OrderStore;
  readonly merchants: MerchantStore;
  readonly callbacks: CallbackStore;
  readonly bindings: BindingStore;
  readonly tasks: TaskStore;
  readonly templates: Collection<OrderTemplate>;
  /** How often the steps of scenarios have happened. */
  readonly counters: CounterStore;
  readonly clocks: ClockStore;
  /** Absent where no other process has the same store. */
  readonly sharing?: Sharing;
  /** Absent likewise. */
  readonly channel?: Channel;
  close(): Promise<void>;
}
