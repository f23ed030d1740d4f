import type { Bank } from '../banks/bank.ts';
import { actionCodeText, generalDeclineText } from '../data/action-codes.ts';
import { noAttemptYet, type Order } from '../domain/orders/order.ts';
import type { PageLanguage } from '../domain/page-language.ts';

/** `actionCodeDescription` of an order: empty before any attempt. Source: recorded answers; the text for status 5 from DSK's. */
export const describeAction = (
  { status, actionCode }: Pick<Order, 'status' | 'actionCode'>,
  { generalTextCodes }: Pick<Bank, 'generalTextCodes'>,
  language: PageLanguage,
): string => {
  if (actionCode === noAttemptYet && status === 'created') return '';
  return generalTextCodes.includes(actionCode) ? generalDeclineText(language) : actionCodeText(actionCode, language);
};
