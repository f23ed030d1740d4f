import { CannotTry } from '../report/cannot-try.ts';
import { checkFirstAnswer } from '../verify/elsewhere/first-answer.ts';
import type { Round } from './answer.ts';
import { type AskedGateway, type Conversation, converseWith } from './ask-all.ts';
import type { KeptRun } from './file/kept-run.ts';
import { questionsFor, type WiderRun } from './questions/all.ts';
import { handOrders } from './questions/paid-questions.ts';
import { statusCall } from './questions/status-questions.ts';
import { testCardOf } from './questions/test-card.ts';
import { jsonOf } from './shape/shape-of.ts';

/** How a run tells what it does, line by line. */
export type Tell = (line: string) => void;

type Questions = ReturnType<typeof questionsFor>;

/** Asks a bank: the questions that need no person twice. @throws CannotTry if it does not answer, or refuses the login */
export const askBank = async (gateway: AskedGateway, wider: WiderRun, tell: Tell): Promise<KeptRun> => {
  const questions = questionsFor(wider);
  const conversation = converseWith(gateway);
  const first = await askCarefully(conversation, questions, gateway);
  const again = await converseWith(gateway).ask(questions.repeated);
  const byHand = wider.byHand ? await askByHand(gateway, conversation, questions, tell) : [];
  const last = await conversation.ask(questions.last);
  const rounds = [first, ...byHand, last];
  const all = [...rounds, again];
  return {
    bank: gateway.bank.name,
    answers: rounds.flatMap(({ answers }) => answers),
    again: again.answers,
    leftOut: rounds.flatMap(({ leftOut }) => leftOut),
    calls: all.reduce((sum, { calls }) => sum + calls, 0),
    orders: all.reduce((sum, { orders }) => sum + orders, 0),
  };
};

const askCarefully = (
  conversation: Conversation,
  { repeated }: Questions,
  { baseUrl, bank }: AskedGateway,
): Promise<Round> => {
  let isFirst = true;
  return conversation.ask(repeated, (answer) => {
    if (isFirst) checkFirstAnswer(answer, `${baseUrl}${repeated[0]?.call ?? ''}`, bank);
    isFirst = false;
  });
};

const askByHand = async (
  gateway: AskedGateway,
  conversation: Conversation,
  { registrations, afterPayment }: Questions,
  tell: Tell,
): Promise<readonly Round[]> => {
  const registered = await conversation.ask(registrations);
  const { pan, expiry, cvc } = testCardOf(gateway.bank.name);
  tell(`Pay with the test card ${pan}, ${expiry.slice(4)}/${expiry.slice(0, 4)}, ${cvc}:`);
  const open = handOrders.flatMap((order) => conversation.orderOf(order) ?? []);
  for (const { formUrl } of open) tell(`  ${formUrl}`);
  let polls = 0;
  for (const { orderId } of open) polls += await untilPaid(gateway, orderId);
  return [{ ...registered, calls: registered.calls + polls }, await conversation.ask(afterPayment)];
};

const mostPolls = 600;

/** Asks for the status until the order is paid or declined. Resolves with the number of calls. @throws CannotTry after ten minutes at the usual rate */
const untilPaid = async ({ ask, baseUrl, login, pause }: AskedGateway, orderId: string): Promise<number> => {
  for (let polls = 1; polls <= mostPolls; polls += 1) {
    await pause();
    const { body } = await ask({ method: 'POST', url: baseUrl + statusCall, fields: { ...login, orderId } });
    const { orderStatus } = (jsonOf(body) ?? {}) as { readonly orderStatus?: unknown };
    if ([1, 2, 6].includes(Number(orderStatus ?? 0))) return polls;
  }
  throw new CannotTry('--by-hand: the orders were not paid');
};
