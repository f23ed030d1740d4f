import type { Router } from '@koa/router';
import type { Context } from 'koa';
import type { GatewayError } from '../gateway/gateway-errors.ts';
import { type Checkout, refusalText } from './checkout.ts';
import { languageOf } from './languages.ts';
import type { OrderBook } from './order-book.ts';
import { readSmallForm } from './read-small-form.ts';
import { newOrder, type Refusal, type ShopOrder } from './shop-order.ts';
import type { ShopPages } from './shop-pages.ts';
import { actsFor, actsOnAmount, readAmount, type StaffAct } from './staff-acts.ts';

export interface StaffOptions {
  readonly checkout: Checkout;
  readonly orders: OrderBook;
  readonly pages: ShopPages;
  readonly nowMs: () => number;
  readonly longestNumber?: number | undefined;
}

/** The buttons of the shop's staff: each is a form of its own, and leads back to the order's page. */
export const addStaffRoutes = (
  router: Router,
  { checkout, orders, pages, nowMs, longestNumber }: StaffOptions,
): void => {
  /** @returns the order whose page comes next */
  const carryOut = async (order: ShopOrder, act: StaffAct, amount: string, ctx: Context): Promise<ShopOrder> => {
    const amountMinor = amount === '' ? undefined : readAmount(amount);
    if (actsOnAmount.includes(act) && amount !== '' && amountMinor === undefined)
      return orders.change(order, { refusal: { kind: 'badAmount' } });
    // Before anything is awaited: a form that was sent twice does its work once.
    const begun = orders.change(order, { acts: order.acts + 1, refusal: undefined });
    if (act === 'endSubscription') return orders.change(begun, { hasEnded: true });
    if (act === 'renew') return renew(begun);
    const { fault } = await checkout.act(begun, act, languageOf(ctx.req), amountMinor);
    return fault ? orders.change(begun, { refusal: refusalOf(fault) }) : begun;
  };

  const renew = async (order: ShopOrder): Promise<ShopOrder> => {
    const { product, quantity, currency, language, bindingId = '' } = order;
    const renewal = newOrder({ product, quantity, currency, language, renews: order.id }, nowMs(), longestNumber);
    const { order: renewed, fault } = await orders.ask(renewal, (asked) => checkout.renew(asked, bindingId));
    return fault ? orders.change(order, { refusal: refusalOf(fault) }) : renewed;
  };

  router.post('/orders/:id/:act', async (ctx) => {
    const order = orders.find(ctx.params['id'] ?? '');
    const form = await readSmallForm(ctx.req);
    if (!form) return pages.tooLarge(ctx);
    if (!order) return pages.notFound(ctx);
    const act = actsFor(order).find((possible) => possible === ctx.params['act']);
    const isCurrent = form.get('after') === String(order.acts);
    const next = act && isCurrent ? await carryOut(order, act, form.get('amount')?.trim() ?? '', ctx) : order;
    ctx.status = 303;
    ctx.redirect(`/orders/${next.id}`);
  });
};

const refusalOf = (fault: GatewayError): Refusal =>
  fault.kind === 'refused' ? { kind: 'refused', reason: refusalText(fault) } : { kind: 'unreached' };
