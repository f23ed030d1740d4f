import type { Check } from '../options/check.ts';
import type { FormFields } from './encode-form.ts';
import type { RawAnswer } from './read-answer.ts';

/** `safe`: sending twice changes nothing. `never`: sent again only when nothing can have reached the gateway. */
export type Repeat = 'safe' | 'never';

/** One call of the gateway as data: its fields, its repetition, and the reader of its answer. */
export interface Endpoint<Input, Answer> {
  /** Relative to the base address: `deposit.do`, or `../recurrentPayment.do` for a path beside `rest/`. */
  readonly path: string;
  /** Fixed for most calls; for some it depends on the input. */
  readonly repeat: Repeat | ((input: Input) => Repeat);
  /** The names and values of the input. Without it, any are accepted. */
  readonly input?: Check<Input>;
  readonly fields: (input: Input) => FormFields;
  /** How the fields are sent; a form by default. */
  readonly body?: 'json';
  /** Sent without login and password; the fields identify the caller. */
  readonly isOpen?: true;
  /** Makes the answer from the JSON of a success; undefined if a required field is missing. */
  readonly read: (answer: RawAnswer) => Answer | undefined;
  /** True for answers that are a success regardless of `success` and `errorCode`. */
  readonly isAccepted?: (answer: RawAnswer) => boolean;
}

/** An endpoint of this client: its input is checked. */
export type KnownEndpoint<Input, Answer> = Endpoint<Input, Answer> & { readonly input: Check<Input> };
