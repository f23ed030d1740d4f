import { CannotTry } from '../report/cannot-try.ts';
import type { Round } from './answer.ts';
import { type AskedGateway, type Conversation, converseWith } from './ask-all.ts';
import type { KeptRun } from './file/kept-run.ts';
import { questionsFor, type WiderRun } from './questions/all.ts';
import { handOrders } from './questions/paid-questions.ts';
import { statusCall } from './questions/status-questions.ts';
import { testCardOf } from './questions/test-card.ts';
import { jsonOf, refusalCodeOf } from './shape/shape-of.ts';

/** How a run tells what it does, line by line. */
export type Tell = (line: string) => void;

type Questions = ReturnType<typeof questionsFor>;

/** Asks a bank: the questions that need no person twice. @throws CannotTry if it does not answer, or refuses the login */
export const askBank = async (gateway: AskedGateway, wider: WiderRun, tell: Tell): Promise<KeptRun> => {
  const questions = questionsFor(wider);
  const conversation = converseWith(gateway);
  const first = await askCarefully(conversation, questions);
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

/** A wrong password must not be sent dozens of times: a bank locks the login after a few. */
const askCarefully = (conversation: Conversation, { repeated }: Questions): Promise<Round> => {
  let isFirst = true;
  return conversation.ask(repeated, ({ httpStatus, body }) => {
    if (!isFirst) return;
    isFirst = false;
    const answer = jsonOf(body);
    const code = refusalCodeOf(answer);
    if (httpStatus === 403 && answer === undefined)
      throw new CannotTry(
        'this host refuses the call with HTTP 403 and no JSON, as a firewall does; nothing else was asked. Does it know the address of this machine?',
      );
    if (code === '5' || httpStatus === 401 || httpStatus === 403)
      throw new CannotTry(
        `the gateway refuses the login (HTTP ${httpStatus}${code === '5' ? ', errorCode 5' : ''}); nothing else was asked`,
      );
    if (httpStatus === 404 || answer === undefined)
      throw new CannotTry(`there is no gateway at this address (HTTP ${httpStatus}); nothing else was asked`);
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
