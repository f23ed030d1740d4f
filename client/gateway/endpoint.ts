import type { FormFields } from './encode-form.ts';
import type { RawAnswer } from './read-answer.ts';

/** `safe`: sending twice changes nothing. `never`: sent again only when nothing can have reached the gateway. */
export type Repeat = 'safe' | 'never';

/** One call of the gateway, as data: what to send, whether it may be sent again, how to read the answer. */
export interface Endpoint<Input, Answer> {
  /** Relative to the base address: `deposit.do`, or `../recurrentPayment.do` for what lies beside `rest/`. */
  readonly path: string;
  /** Fixed for most calls; for some it depends on what is asked. */
  readonly repeat: Repeat | ((input: Input) => Repeat);
  readonly fields: (input: Input) => FormFields;
  /** How the fields are sent; a form by default. */
  readonly body?: 'json';
  /** Sent without login and password; the fields say who asks. */
  readonly isOpen?: true;
  /** Makes the answer from JSON that was not refused; undefined when what was asked for is not in it. */
  readonly read: (answer: RawAnswer) => Answer | undefined;
  /** True for answers that are a success whatever `success` and `errorCode` say. */
  readonly isAccepted?: (answer: RawAnswer) => boolean;
}
