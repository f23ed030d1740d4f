import type { Binding } from '../domain/binding.ts';
import type { Callback } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/orders/order.ts';
import type { OrderStatus } from '../domain/orders/order-status.ts';
import type { OrderTemplate } from '../domain/orders/order-template.ts';
import type { RecurringTask } from '../domain/orders/recurring-task.ts';
import type { Channel } from './channel.ts';

/** A thing of a merchant. Each version is a new object. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
}

/** Things of merchants by id. */
export interface Collection<Thing extends Kept> {
  /** Keeps a new thing; false, and nothing, if a name of its own that must be unique is taken. */
  insert(thing: Thing): Promise<boolean>;
  find(id: string): Promise<Thing | undefined>;
  /** Keeps the next version; false if the thing has changed since it was read. */
  replace(next: Thing): Promise<boolean>;
  /** All things of a merchant, oldest first. */
  ofMerchant(merchant: string): Promise<readonly Thing[]>;
  /** Drops all things of a merchant. */
  forget(merchant: string): Promise<void>;
}

/** Things to keep together with a change of an order. */
export interface OrderSideEffects {
  readonly callbacks?: readonly Callback[];
  /** The card that the payment stores. */
  readonly binding?: Binding;
}

/** Which orders of a merchant: by the time of their registration, by its clock. */
export interface OrderPeriod {
  readonly sinceMs?: number | undefined;
  /** Not this moment itself. */
  readonly beforeMs?: number | undefined;
}

/** A page of orders. */
export interface OrderPage extends OrderPeriod {
  /** Only those in these states. */
  readonly states?: readonly OrderStatus[] | undefined;
  /** Only those that stand behind the order with this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** Orders. An order number is unique for its merchant for ever. */
export interface OrderStore {
  /** Keeps a new order. If the merchant has used the number before, keeps nothing and returns the older order. */
  insert(order: Order): Promise<Order | undefined>;
  find(id: string): Promise<Order | undefined>;
  findByNumber(merchant: string, orderNumber: string): Promise<Order | undefined>;
  /** The order whose last attempt is the authentication of this `threeDSServerTransID`. */
  findByServerTransId(serverTransId: string): Promise<Order | undefined>;
  /** Keeps the next version of an order with its side effects; false, and nothing, if the order has changed since it was read. */
  replace(next: Order, effects?: OrderSideEffects): Promise<boolean>;
  /** All orders of a merchant, in no order. */
  ofMerchant(merchant: string): Promise<Order[]>;
  /** How many orders a merchant has. */
  total(merchant: string): Promise<number>;
  /** Orders of a merchant by their registration, newest first; of one moment the one that was added last. */
  newest(merchant: string, page: OrderPage): Promise<readonly Order[]>;
  /** How many orders of a merchant are in each state; states without orders are absent. */
  counts(merchant: string, period?: OrderPeriod): Promise<Readonly<Partial<Record<OrderStatus, number>>>>;
  /** Ids of the merchant's orders whose due time has come, earliest first. */
  due(merchant: string, nowMs: number, limit: number): Promise<readonly string[]>;
  /** The earliest due time of the merchant's orders. */
  nextDueMs(merchant: string): Promise<number | undefined>;
  /** Drops all orders of a merchant; its order numbers are free again. */
  forget(merchant: string): Promise<void>;
}

/** Merchants by login, each with a public token that no other has. */
export interface MerchantStore {
  /** Keeps a new merchant; false, and nothing, if its login or its token is taken. */
  insert(merchant: Merchant): Promise<boolean>;
  /** Keeps a merchant, new or not; false, and nothing, if another has its token. */
  save(merchant: Merchant): Promise<boolean>;
  find(login: string): Promise<Merchant | undefined>;
  findByToken(token: string): Promise<Merchant | undefined>;
  /** In the order in which they were added. */
  all(): Promise<readonly Merchant[]>;
  /** Drops the merchant, but not its orders, callbacks and the like. */
  remove(login: string): Promise<void>;
}

/** Callbacks, in the order in which they were added. */
export interface CallbackStore {
  save(callback: Callback): Promise<void>;
  /** Those about an order or a stored card. */
  about(subject: string): Promise<readonly Callback[]>;
  /** Those about any of these, of each subject in the order in which they were added. */
  aboutAny(subjects: readonly string[]): Promise<readonly Callback[]>;
  /** How many callbacks of a merchant are in each state. */
  counts(merchant: string): Promise<Readonly<Record<Callback['state'], number>>>;
  /** Those of a merchant, one subject after the other. */
  ofMerchant(merchant: string): Promise<readonly Callback[]>;
  /** Callbacks of a merchant that wait until after this time, the first ones by their time. */
  dueAfter(merchant: string, afterMs: number, limit: number): Promise<readonly Callback[]>;
  /** Subjects of the merchant's callbacks that wait. */
  waitingSubjects(merchant: string): Promise<readonly string[]>;
  forget(merchant: string): Promise<void>;
}

/** Stored cards. */
export interface BindingStore extends Collection<Binding> {
  /** All cards of a client, oldest first. */
  ofClient(merchant: string, clientId: string): Promise<readonly Binding[]>;
}

/** Recurring tasks, each with an id of the merchant's own that is unique for the merchant. */
export interface TaskStore extends Collection<RecurringTask> {
  /** The merchant's task that pays next, and when. */
  nextDue(merchant: string): Promise<{ readonly id: string; readonly dueMs: number } | undefined>;
}

/** Counts of merchants, by keys. */
export interface CounterStore {
  /** Adds one to a count of a merchant and returns the new count, never the same twice. */
  next(merchant: string, key: string): Promise<number>;
  /** A count; undefined if nothing was counted. */
  find(merchant: string, key: string): Promise<number | undefined>;
  /** Sets a count. */
  set(merchant: string, key: string, count: number): Promise<void>;
  /** All counts of a merchant by their keys. */
  ofMerchant(merchant: string): Promise<Readonly<Record<string, number>>>;
  /** Drops the counts of a merchant whose keys begin with this text; all of them by default. */
  forget(merchant: string, keysBegin?: string): Promise<void>;
}

/** The clock of a merchant that was moved or stopped, as it was left. */
export interface KeptClock {
  readonly merchant: string;
  /** Its time at that moment. */
  readonly nowMs: number;
  /** Its lead over the clock of the process. */
  readonly aheadMs: number;
  readonly isFrozen: boolean;
}

/** Clocks of merchants, one each. */
export interface ClockStore {
  save(clock: KeptClock): Promise<void>;
  all(): Promise<readonly KeptClock[]>;
  forget(merchant: string): Promise<void>;
}

/** A state of a merchant that can be put back for a while, without the state. */
export interface AboutKeptState {
  readonly merchant: string;
  /** By the clock of the process. */
  readonly untilMs: number;
  /** Size of the document. */
  readonly bytes: number;
}

export interface KeptState extends AboutKeptState {
  /** The state as JSON. */
  readonly document: string;
}

/** States that were kept before something was done, one for each login; its merchant may be gone. */
export interface KeptStateStore {
  /** Keeps a state in the place of the merchant's last one. */
  save(state: KeptState): Promise<void>;
  find(merchant: string): Promise<KeptState | undefined>;
  /** All of them, the one whose time is over first at the beginning. */
  all(): Promise<readonly AboutKeptState[]>;
  forget(merchant: string): Promise<void>;
}

/** The earliest due times of a merchant, by the merchant's own clock. */
export interface FirstDue {
  readonly login: string;
  /** Of its orders and recurring tasks. */
  readonly dueMs?: number;
  /** Of its callbacks. */
  readonly callbackDueMs?: number;
}

/** Coordination of processes that share a store. */
export interface Sharing {
  /** Leases a piece of work for this many milliseconds of the store, or extends the lease; false while another process has it. */
  take(work: string, leaseMs: number): Promise<boolean>;
  /** The name of this installation: the first that any process has proposed. */
  installation(proposed: string): Promise<string>;
  /** Ends a lease. */
  release(work: string): Promise<void>;
  /** Every merchant that has something due by its own clock. `nowMs`: the time of this process. */
  firstDue(nowMs: number): Promise<readonly FirstDue[]>;
  /** Reports all clocks that other processes have moved, to the listener of `onClock`. */
  learnClocks(): Promise<void>;
  /**
   * Sets the listener for clocks that other processes have moved. It is also called when such a merchant is found, before
   * `find` returns. `undefined`: the merchant has no clock of its own any more.
   */
  onClock(listener: (login: string, clock: KeptClock | undefined) => void): void;
}

/** Everything that lasts. */
export interface Store {
  readonly kind: 'memory' | 'sqlite' | 'postgres';
  readonly orders: OrderStore;
  readonly merchants: MerchantStore;
  readonly callbacks: CallbackStore;
  readonly bindings: BindingStore;
  readonly tasks: TaskStore;
  readonly templates: Collection<OrderTemplate>;
  /** Counts of the steps of scenarios that have happened. */
  readonly counters: CounterStore;
  readonly clocks: ClockStore;
  readonly keptStates: KeptStateStore;
  /** Absent if no other process can have the same store. */
  readonly sharing?: Sharing;
  /** Absent likewise. */
  readonly channel?: Channel;
  /** Writes something that nothing reads. @throws StoreUnavailable with the reason, if nothing can be written now. */
  checkWrites(): Promise<void>;
  close(): Promise<void>;
}
