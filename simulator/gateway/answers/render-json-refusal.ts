import { errorCodeOf } from '../../banks/error-code.ts';
import { actionCodeText } from '../../data/action-codes.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { refusalText } from '../../data/error-codes.ts';
import type { RefusalReason } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { RefusalRenderer } from '../../http/call/endpoint.ts';
import { declineError } from '../../wire/wallet-answer.ts';

/** Reasons that the JSON calls give the code 10; all others are 1. Source: samples of the BPC REST documentation; which reason has which code is partly a guess. */
const aboutLoginOrNumber: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'credentials-missing',
  'access-denied',
  'other-merchant',
  'order-number-invalid',
  'order-number-processed',
  'order-number-registered',
]);

const codeOf = (reason: RefusalReason): number => (aboutLoginOrNumber.has(reason) ? 10 : 1);

/** recurrentPayment.do: `success` and an error with a text for a code. */
export const renderRecurrentRefusal: RefusalRenderer = ({ reason, detail }, _context, language) => {
  const text = refusalText(reason, language, detail);
  return { error: { code: String(codeOf(reason)), description: text, message: text }, success: false };
};

/** The same for a card that was declined: the sibling calls of the wallets, with the same table, show code 1 in their samples. That it holds here is a guess. */
export const renderRecurrentDecline = ({ actionCode }: Order, language: PageLanguage): object => {
  const description = actionCodeText(actionCode, language);
  const message = displayMessage(actionCode, language);
  return { error: { code: '1', description, message }, success: false };
};

/** Wallets: the same with a number for a code. */
export const renderWalletRefusal: RefusalRenderer = ({ reason, detail }, _context, language) => {
  const text = refusalText(reason, language, detail);
  return { success: false, error: { code: codeOf(reason), description: text, message: text } };
};

/** Wallets: a card that was declined. Source: samples of the BPC REST documentation, wallets. */
export const renderWalletDecline = (order: Order, language: PageLanguage): object => ({
  success: false,
  error: declineError(order, language),
});

/** Recurring tasks: `status` instead of a flag; that the error beside it is the same is a guess. */
export const renderTaskRefusal: RefusalRenderer = ({ reason, detail }, { bank }, language) => {
  const text = refusalText(reason, language, detail);
  return { status: 'FAIL', error: { code: errorCodeOf(bank, reason), description: text, message: text } };
};
