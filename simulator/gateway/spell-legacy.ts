import type { Bank } from '../banks/bank.ts';

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

/** An answer of the old status call with its keys as the bank spells them; where they are small there is the flag `error`, too. */
export const spellLegacy = (
  { legacyKeys }: Bank,
  answer: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  if (legacyKeys === 'capitals') return answer;
  const respelt = Object.entries(answer).map(([key, value]) => [camelCase[key] ?? key, value] as const);
  return { ...Object.fromEntries(respelt), error: answer['ErrorCode'] !== '0' };
};
