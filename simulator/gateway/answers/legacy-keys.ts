import type { Bank } from '../../banks/bank.ts';
import type { AnswerTable } from '../../data/answer-table.ts';

/** Keys of the old status answer that begin with a capital letter, as other banks spell them. Source: a client of ArCa. */
const camelCase: Readonly<Record<string, string>> = {
  ErrorCode: 'errorCode',
  ErrorMessage: 'errorMessage',
  OrderStatus: 'orderStatus',
  OrderNumber: 'orderNumber',
  Pan: 'pan',
  Amount: 'amount',
  Ip: 'ip',
};

/** An answer of the old status call with its keys as the bank spells them. If they are small, the flag `error` is there, too. */
export const legacyAnswer = (
  { legacyKeys }: Bank,
  answer: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  if (legacyKeys === 'capitals') return answer;
  return { ...inCamelCase(answer), error: answer['ErrorCode'] !== '0' };
};

const inCamelCase = <Value>(named: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(named).map(([key, value]) => [camelCase[key] ?? key, value]));

/** The rows of such an answer, spelt the same way. */
export const legacyFields = ({ legacyKeys }: Bank, fields: AnswerTable): AnswerTable =>
  legacyKeys === 'capitals' ? fields : { ...inCamelCase(fields), error: { kind: 'flag' } };
