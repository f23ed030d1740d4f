import { z } from 'zod';
import { refusalText } from '../../data/error-codes.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { orderAnswer } from '../../inspection/orders/order-schemas.ts';
import type { OrderView } from '../../inspection/orders/show-order.ts';
import { actAsBank, bankActs } from '../../payments/orders/act-as-bank.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';
import { orderOf, orderPath } from './order-calls.ts';

/** Acts that take an amount. */
const withAmount: readonly string[] = ['capture', 'reverse', 'refund'];

const act = z
  .strictObject({
    act: z.enum(bankActs).describe('The act of the bank, without a call of the shop.'),
    amountMinor: z
      .int()
      .min(1)
      .optional()
      .describe('Of capture, reverse and refund, in minor units; all of it by default.'),
  })
  .refine((body) => body.amountMinor === undefined || withAmount.includes(body.act), {
    error: `only ${withAmount.join(', ')} take an amount`,
    path: ['amountMinor'],
  })
  .meta({ id: 'BankAct' });

export const actOnOrder = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/orders/{orderId}/acts',
  tag: 'orders',
  summary: 'The bank expires, captures, reverses, refunds or charges back an order; the shop gets the usual callbacks.',
  summaryInRussian:
    'Банк закрывает неоплаченный заказ по сроку, списывает, отменяет, возвращает деньги или проводит чарджбэк; магазин получает обычные уведомления.',
  pathFields: orderPath,
  body: act,
  answer: orderAnswer,
  handle: async ({ context, path: { login, orderId }, body }) => {
    const own = await contextOf(context, login);
    const before = await orderOf(own, orderId);
    const details = body.amountMinor === undefined ? {} : { amountMinor: body.amountMinor };
    await actAsBank(own, orderId, body.act, details).catch((error: unknown) => {
      throw error instanceof Refused ? refusal(error, body.act, before) : error;
    });
    return orderOf(own, orderId);
  },
});

const refusal = ({ reason, detail }: Refused, wanted: string, order: OrderView): Problem => {
  const amounts = `approved ${order.approvedMinor}, deposited ${order.depositedMinor}, refunded ${order.refundedMinor}`;
  const state = `the order is ${order.status} (${order.statusText}), orderStatus ${order.orderStatus}, ${amounts}`;
  const says = refusalText(reason, 'en', detail);
  return new Problem('refused', `${wanted} is not possible: ${state}. The gateway says: ${says}`, { reason });
};
