import type { Bank } from '../../simulator/banks/bank.ts';
import { exampleOrder } from '../../simulator/banks/example-order.ts';
import type { KeptAnswer, Round } from './answer.ts';
import type { AskGateway, RawAnswer } from './ask-gateway.ts';
import { type Known, type Login, maskBody } from './mask-answer.ts';
import { type AskedOrder, NoOrder, type Question } from './questions/question.ts';
import { jsonOf } from './shape/shape-of.ts';

/** A gateway that is asked. */
export interface AskedGateway {
  /** What the path of a call follows: `https://3dsec.bank.example/payment/`. */
  readonly baseUrl: string;
  readonly login: Login;
  /** The profile after which the questions are made: its currency, and what it wants of an order. */
  readonly bank: Bank;
  readonly ask: AskGateway;
  /** Returns a new UUID. */
  readonly newId: () => string;
  /** Waits between two calls. */
  readonly pause: () => Promise<void>;
}

/** A conversation with a gateway: questions of one round know the orders of those before. */
export interface Conversation {
  /** Asks these questions, one after the other. `onAnswer`: after each. */
  readonly ask: (questions: readonly Question[], onAnswer?: (answer: RawAnswer) => void) => Promise<Round>;
  /** The order that a question registered; undefined if it was refused. */
  readonly orderOf: (question: string) => AskedOrder | undefined;
}

const returnUrl = 'https://shop.example/return';

export const converseWith = ({ baseUrl, login, bank, ask, newId, pause }: AskedGateway): Conversation => {
  const orders = new Map<string, AskedOrder>();
  const orderOf = (question: string): AskedOrder => {
    const order = orders.get(question);
    if (!order) throw new NoOrder(question);
    return order;
  };
  const credentials = {
    usual: { userName: login.userName, password: login.password },
    none: {},
    wrong: { userName: login.userName, password: `${login.password}-wrong` },
  };
  const known = (): Known => ({ login, orders: [...orders.values()] });
  const askOne = async (question: Question): Promise<RawAnswer> => {
    const orderNumber = newNumber(newId);
    const order = { ...exampleOrder(bank, returnUrl), orderNumber };
    const unknownId = bank.orderIds === 'uuid' ? newId() : newId().replaceAll('-', '').slice(0, 20);
    const fields = question.fields({ bank, order, orderOf, unknownId });
    await pause();
    const answer = await ask({
      method: question.method ?? 'POST',
      url: baseUrl + question.call,
      fields: { ...credentials[question.login ?? 'usual'], ...fields },
    });
    const registered = registeredIn(answer, fields['orderNumber'] ?? orderNumber);
    if (registered && isRegistration(question)) orders.set(question.id, registered);
    return answer;
  };
  return {
    orderOf: (question) => orders.get(question),
    ask: async (questions, onAnswer) => {
      const answers: KeptAnswer[] = [];
      const leftOut: { question: string; needs: string }[] = [];
      const before = orders.size;
      for (const question of questions) {
        try {
          const answer = await askOne(question);
          onAnswer?.(answer);
          const { httpStatus, contentType, body } = answer;
          if (!question.isSetUp)
            answers.push({ question: question.id, httpStatus, contentType, body: maskBody(body, known()) });
        } catch (error) {
          if (!(error instanceof NoOrder)) throw error;
          leftOut.push({ question: question.id, needs: error.message });
        }
      }
      return { answers, leftOut, calls: questions.length - leftOut.length, orders: orders.size - before };
    },
  };
};

const isRegistration = ({ call }: Question): boolean => /\/register\w*\.do$/.test(call);

const registeredIn = ({ body }: RawAnswer, orderNumber: string): AskedOrder | undefined => {
  const { orderId, formUrl = '' } = (jsonOf(body) ?? {}) as Partial<Record<'orderId' | 'formUrl', unknown>>;
  return typeof orderId === 'string' && orderId !== '' ? { orderId, orderNumber, formUrl: String(formUrl) } : undefined;
};

/** Ten characters, which every bank takes. */
const newNumber = (newId: () => string): string => `d${newId().replaceAll('-', '').slice(-9)}`;
