import { Payer } from '../../../../client/index.ts';
import { findOrder } from '../../../inspection/orders/find-order.ts';
import { cardPageAddress } from '../../../wire/card-page-address.ts';
import type { Done, Form, Visit } from '../../page.ts';
import { failureText } from '../../ui/failure-text.ts';
import { minorOf } from '../../ui/minor-of.ts';

type Act = (visit: Visit, form: Form) => Promise<Done>;

const good = (text: string): Done => ({ notice: { kind: 'good', text } });
const bad = (text: string): Done => ({ notice: { kind: 'bad', text } });

const orderOf = ({ context, path }: Visit) => findOrder(context, path['orderId'] ?? '');

/** A call of the shop about a sum of money. */
const money =
  (
    send: (gateway: Visit['gateway'], asked: { orderId: string; amountMinor: number }) => Promise<unknown>,
    done: string,
  ): Act =>
  async (visit, { sum = '' }) => {
    const { say, ui, gateway } = visit;
    const order = await orderOf(visit);
    if (!order) return bad(say('There is no such order.'));
    const amountMinor = minorOf(sum, order.currency);
    if (amountMinor === undefined) return bad(say('{sum} is no amount; expected one such as 150.00', { sum }));
    await send(gateway, { orderId: order.id, amountMinor });
    return good(say(done, { amount: ui.amount(amountMinor, order.currency) }));
  };

/** An act of the bank. */
const bankAct =
  (act: 'expire' | 'chargeback', done: string): Act =>
  async (visit) => {
    const order = await orderOf(visit);
    if (!order) return bad(visit.say('There is no such order.'));
    await visit.sandbox.orders.act(order.merchant, order.id, act);
    return good(visit.say(done));
  };

/** What the page of an order does. The money moves as if the shop had called, so that the journal shows it. */
export const orderActs: Readonly<Record<string, Act>> = {
  refund: money((gateway, asked) => gateway.refund(asked), '{amount} went back.'),
  reverse: money((gateway, asked) => gateway.reverse(asked), '{amount} is free again.'),
  deposit: money((gateway, asked) => gateway.deposit(asked), '{amount} was captured.'),
  decline: async (visit) => {
    const order = await orderOf(visit);
    if (!order) return bad(visit.say('There is no such order.'));
    await visit.gateway.decline({ orderId: order.id });
    return good(visit.say('The order is declined.'));
  },
  expire: bankAct('expire', 'The order has expired.'),
  chargeback: bankAct('chargeback', "The payer's bank has taken the money back."),
  resend: async ({ sandbox, context, say }, { callback = '' }) => {
    const { isDelivered, try: tried } = await sandbox.callbacks.resend(context.merchant.login, callback);
    if (isDelivered) return good(say('The shop has accepted the callback.'));
    const answer = tried?.httpStatus === undefined ? failureText(say, tried?.error) : `HTTP ${tried.httpStatus}`;
    return bad(say('The shop has not accepted the callback: {answer}', { answer }));
  },
  pay: async (visit) => {
    const { say, context } = visit;
    const order = await orderOf(visit);
    if (!order) return bad(say('There is no such order.'));
    await new Payer().pay(context.options.ownUrl() + cardPageAddress(context.bank, order));
    return good(say('The built-in customer has been on the card page.'));
  },
  play: async (visit, { scenario = '' }) => {
    const { say, gateway, link } = visit;
    const before = await orderOf(visit);
    if (!before) return bad(say('There is no such order.'));
    const { amountMinor, currency, isPreAuth, returnUrl, language } = before;
    const request = {
      amountMinor,
      currency,
      returnUrl,
      language,
      ...(before.orderBundle && { orderBundle: before.orderBundle as never }),
      ...(scenario !== '' && { jsonParams: { scenario } }),
    };
    const { orderId, formUrl } = await (isPreAuth ? gateway.registerPreAuth(request) : gateway.register(request));
    await new Payer().pay(formUrl);
    return { to: link(`/orders/${orderId}`), notice: { kind: 'good', text: say('A new order went the same way.') } };
  },
};
