import { Payer } from '../../client/index.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import type { Round } from './answer.ts';
import type { Conversation } from './ask-all.ts';
import { withSimulator } from './ask-simulator.ts';
import { questionsFor, type WiderRun } from './questions/all.ts';
import { handOrders } from './questions/paid-questions.ts';
import type { Question } from './questions/question.ts';
import { testCardOf } from './questions/test-card.ts';

/** The questions after which a gateway answers others in another way. */
const changesOrders: ReadonlySet<string> = new Set(['register', 'pre-auth', 'add-params', 'decline']);

/**
 * Asks tillbox as this bank. `asked`: the bank after whose profile the questions are made; `only`: the plain questions that
 * matter, beside those that others need.
 */
export const askTillbox = (
  bank: Bank,
  wider: WiderRun,
  { asked = bank, only }: { readonly asked?: Bank; readonly only?: ReadonlySet<string> | undefined } = {},
): Promise<Round> =>
  withSimulator(
    bank,
    async (conversation) => {
      const { repeated, registrations, afterPayment, last } = questionsFor(wider);
      const matters = ({ id, group }: Question) => group !== 'plain' || !only || only.has(id) || changesOrders.has(id);
      const rounds = [await conversation.ask(repeated.filter(matters)), await conversation.ask(registrations)];
      if (wider.byHand) await payAll(conversation, asked);
      rounds.push(await conversation.ask(afterPayment), await conversation.ask(last));
      return {
        answers: rounds.flatMap(({ answers }) => answers),
        leftOut: rounds.flatMap(({ leftOut }) => leftOut),
        calls: rounds.reduce((sum, { calls }) => sum + calls, 0),
        orders: rounds.reduce((sum, { orders }) => sum + orders, 0),
      };
    },
    asked,
  );

/** Pays as the person does at the bank: at the payment page, with the card that they were told. */
const payAll = async ({ orderOf }: Conversation, { name }: Bank): Promise<void> => {
  const { pan, expiry, cvc } = testCardOf(name);
  const payer = new Payer({ card: { pan, expiry: `${expiry.slice(4)}/${expiry.slice(0, 4)}`, cvc } });
  for (const order of handOrders) {
    const registered = orderOf(order);
    if (registered) await payer.pay(registered.formUrl);
  }
};
