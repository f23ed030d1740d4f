import { Payer, type PayerOptions } from '../../../client/index.ts';
import type { Bank } from '../../../simulator/banks/bank.ts';
import type { KeptAnswer } from '../answer.ts';
import { withSimulator } from '../ask-simulator.ts';
import type { Fields, Question } from '../questions/question.ts';
import { oldStatusCall, statusCall } from '../questions/status-questions.ts';
import { testCardOf } from '../questions/test-card.ts';
import { jsonOf } from '../shape/shape-of.ts';

/** An answer of tillbox with the call that it belongs to. */
export interface AnsweredCall {
  readonly call: string;
  readonly answer: KeptAnswer;
}

const clientId = 'client-of-proxy';

/**
 * Answers that only a shop with customers meets, and that no bank is asked for: orders that are declined for good or left at
 * the issuer's page, and stored cards.
 */
export const moreAnswers = (bank: Bank): Promise<readonly AnsweredCall[]> =>
  withSimulator(bank, async (conversation) => {
    let bindingId = '';
    const found: AnsweredCall[] = [];
    const ask = async (question: Question, onBody?: (body: string) => void): Promise<void> => {
      const { answers } = await conversation.ask([question], ({ body }) => onBody?.(body));
      found.push(...answers.map((answer) => ({ call: question.call, answer })));
    };
    for (const { id, payer, client } of storiesAt(bank)) {
      await ask(questionOf(id, 'rest/register.do', ({ order }) => ({ ...order, ...(client && { clientId }) })));
      const order = conversation.orderOf(id);
      if (!order) continue;
      await new Payer(payer).pay(order.formUrl);
      for (const call of [statusCall, oldStatusCall])
        await ask(questionOf(`${id} ${call}`, call, () => ({ orderId: order.orderId })));
    }
    await ask(
      questionOf('cards', 'rest/getBindings.do', () => ({ clientId })),
      (body) => {
        bindingId = firstBinding(body) ?? '';
      },
    );
    if (bindingId === '') return found;
    await ask(questionOf('order', 'rest/register.do', ({ order }) => ({ ...order, clientId })));
    await ask(
      questionOf('charge', 'rest/paymentOrderBinding.do', ({ orderOf }) => ({
        mdOrder: orderOf('order').orderId,
        bindingId,
        ip: '127.0.0.1',
        cvc: '123',
      })),
    );
    for (const call of ['rest/unBindCard.do', 'rest/bindCard.do'])
      await ask(questionOf(call, call, () => ({ bindingId })));
    return found;
  });

interface Story {
  readonly id: string;
  readonly payer: PayerOptions;
  /** The order belongs to a client, who can save the card. */
  readonly client?: true;
}

const storiesAt = ({ name, paymentAttempts }: Bank): readonly Story[] => {
  const { pan, expiry, cvc } = testCardOf(name);
  const card = { pan, expiry: `${expiry.slice(4)}/${expiry.slice(0, 4)}`, cvc };
  return [
    { id: 'declined', payer: { card: { ...card, cvc: '999' }, tries: paymentAttempts } },
    { id: 'tried', payer: { card: { ...card, cvc: '999' } } },
    { id: 'left', payer: { atAcs: 'leave' } },
    { id: 'challenged', payer: {} },
    { id: 'saved', payer: { card, savesCard: true }, client: true },
  ];
};

const questionOf = (
  id: string,
  call: string,
  fields: (asking: Parameters<Question['fields']>[0]) => Fields,
): Question => ({
  id,
  title: id,
  group: 'plain',
  call,
  fields,
});

const firstBinding = (body: string): string | undefined => {
  const { bindings } = (jsonOf(body) ?? {}) as { readonly bindings?: readonly { readonly bindingId?: string }[] };
  return bindings?.[0]?.bindingId;
};
