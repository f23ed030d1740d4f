import type { Fields, Json } from '../../helpers/simulator/simulator.ts';
import type { CallbackInput } from '../wire.ts';

/** An order as a module knows it after it was registered. */
export interface KnownOrder {
  readonly orderId: string;
  readonly orderNumber: string;
}

/** A call without the login, which every module adds in the same place. */
export interface ModuleCall {
  readonly call: string;
  readonly fields: Fields;
  /** How it is written, if not as the module writes its orders. */
  readonly write?: CallbackInput;
}

/** What an answer has to have at this path, as `paymentAmountInfo.paymentState`. */
export type Wanted = Readonly<Record<string, string | number | RegExp>>;

/** A call of the back office of a shop. */
export interface ModuleAct {
  readonly send: (order: KnownOrder) => ModuleCall;
  /** Whether the module believes that it went well. */
  readonly wentWell: (answer: string) => boolean;
  /** What the module finds when it asks for the status then. */
  readonly leaves: Wanted;
}

/** What a shop does with an order of the module afterwards. */
export interface ModuleStory {
  readonly name: string;
  readonly on: 'registered' | 'held' | 'paid';
  readonly acts: readonly ModuleAct[];
}

/** How the shop hears of a payment, beside the way back of the payer. */
export interface ModuleCallback {
  /** Where its address stands: in the merchant's settings, in each order, or sent to the merchant portal by the module. */
  readonly setIn: 'settings' | 'order' | 'portal';
  /** Whether the module checks the checksum; the others ask for the status of whatever order they are told. */
  readonly checksChecksum: boolean;
}

/** A public module for a bank as far as its gateway sees it: what it sends, and what it reads of the answers. */
export interface BankModule {
  /** Name of the profile. */
  readonly bank: string;
  /** A proper name, with its version if it has one, and what it is for. */
  readonly name: string;
  /** What is special about this row, if the module has several. */
  readonly variant?: string;
  /** The repository where it is public. The bodies are written from what it sends. */
  readonly source: string;
  /** Where in the repository that stands. */
  readonly files?: string;
  /** What it looks at in the answers. */
  readonly reads: string;
  /** Login of the merchant, if the module expects a form of it. */
  readonly login?: string;
  readonly write: CallbackInput;
  /** The body of register.do, without the login. */
  readonly order: Fields;
  /** Calls before the order is registered, each with what lets the module go on. */
  readonly before?: readonly { readonly send: ModuleCall; readonly goesOn: (answer: string) => boolean }[];
  /** Whether it sends the payer to the card page after this answer of register.do. */
  readonly isRegistered: (answer: string) => boolean;
  /** Calls after that, before the payer goes. */
  readonly after?: readonly ((order: KnownOrder, formUrl: string) => ModuleCall)[];
  readonly askStatus: (order: KnownOrder) => ModuleCall;
  /** Whether it takes the order for paid. */
  readonly isPaid: (answer: string) => boolean;
  /** It asks for the status only when the payer is back, and would take an order that nobody has tried to pay for paid. */
  readonly asksOnlyOnReturn?: true;
  /** What it keeps of the status of a paid order, and shows or uses later. */
  readonly keeps: Wanted;
  /** The card of the test, if the bank has cards of its own. */
  readonly card?: { readonly pan: string; readonly expiry: string; readonly cvc: string };
  readonly otp?: string;
  readonly callback?: ModuleCallback;
  readonly stories?: readonly ModuleStory[];
}

export const read = (answer: string): Json => JSON.parse(answer) as Json;

/** PHP's empty() of a decoded field: "0" is empty, too. */
export const phpEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === '0' || value === 0 || value === false;

/** A comparison of PHP with `==`, of a decoded field with a whole number: absent is 0. */
export const phpEquals = (value: unknown, wanted: number): boolean => Number(value ?? 0) === wanted;
