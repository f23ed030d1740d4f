import { refusalGroups } from '../../data/refusal-groups.ts';
import { endOfBankDay, reverse as reversePayment } from '../../domain/orders/money.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { amountOf, changeMoney, moneyParameters, operationShape } from './money-call.ts';

/** The bank's rule decides how a captured payment is reversed. */
export const reverse: MerchantEndpoint = {
  path: 'rest/reverse.do',
  meaning: "Releases held money, or undoes a capture, until the end of the bank's day.",
  meaningInRussian: 'До конца банковского дня освобождает удержанные деньги или отменяет списание.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'reversals',
  parameters: moneyParameters,
  refuses: [...refusalGroups.money, 'reversal-impossible', 'reversal-unequal', 'reversal-too-late', 'reversed-before'],
  renderRefusal,
  shape: operationShape,
  answer: (call) => {
    const { bank, clock } = call.context;
    const nowMs = clock.now();
    return changeMoney(call, (order) => {
      const paidAtMs = lastAttempt(order)?.authorisation?.atMs ?? order.registeredAtMs;
      const untilMs = endOfBankDay(paidAtMs, bank.utcOffsetMinutes);
      return reversePayment(order, { ...amountOf(call), nowMs }, { captured: bank.capturedReversal, untilMs });
    });
  },
};
