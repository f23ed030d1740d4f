import { CaseFailed, CaseNotTried } from '../case-result.ts';
import { expect200, last, type Trial } from '../trial.ts';
import type { ShopCase } from './shop-case.ts';

const paid = async (shop: Trial) => {
  const order = await shop.newOrder();
  const callbacks = await shop.settle(order);
  await shop.deliverAll(callbacks);
  await shop.becomesPaid(order);
  return { order, callbacks, half: Math.floor(order.amountMinor / 2) };
};

export const moneyBackCases: readonly ShopCase[] = [
  {
    id: 'refund',
    title: 'a full refund is answered with 200, and the order is no longer paid',
    harm: 'An order that was refunded in the portal of the bank is delivered all the same.',
    run: async (shop) => {
      const { order } = await paid(shop);
      expect200(await shop.send(await shop.act(order, 'refund')));
      await shop.noLongerPaid(order);
    },
  },
  {
    id: 'after-refund',
    title: 'a payment callback that arrives after the refund does not make the order paid again',
    harm: 'A late repetition brings a refunded order back, and it is delivered without money.',
    run: async (shop) => {
      const { order, callbacks } = await paid(shop);
      expect200(await shop.send(await shop.act(order, 'refund')));
      const { value } = await shop.noLongerPaid(order);
      await shop.deliverAll(callbacks);
      const now = await shop.look(order);
      if (now.isPaid || now.value !== value) throw new CaseFailed(`the order was ${value}, and is now ${now.value}`);
    },
  },
  {
    id: 'overtaken-answer',
    title: 'an answer about the status that arrives after a refund was handled does not make the order paid again',
    harm: 'Of two callbacks at once, the one with the older answer is written last, and a refunded order is delivered. The shop has to ask and write for one callback of an order at a time, or to ask again.',
    isAboutUnpaid: true,
    run: async (shop) => {
      const order = await shop.newOrder();
      const callbacks = await shop.settle(order);
      await shop.deliverAll(callbacks.slice(0, -1));
      const paying = last(callbacks);
      const [paid, { refunding, refunded }] = await shop.whileAnswerIsLate(paying, async () => {
        const refunding = await shop.act(order, 'refund');
        return { refunding, refunded: await shop.send(refunding) };
      });
      if (paid.httpStatus !== 200) expect200(await shop.deliver(paying));
      if (refunded.httpStatus !== 200) expect200(await shop.deliver(refunding));
      await shop.noLongerPaid(order);
      shop.isUnpaidInTheEnd(order);
    },
  },
  {
    id: 'partial-refund',
    title: 'a partial refund is not a full one',
    harm: 'The shop cancels an order that is still paid for in part, or keeps one that was given back.',
    run: async (shop) => {
      const { order, half } = await paid(shop);
      expect200(await shop.send(await shop.act(order, 'refund', half)));
      const { value } = await shop.look(order);
      expect200(await shop.send(await shop.act(order, 'refund')));
      const end = await shop.noLongerPaid(order);
      if (end.value === value) throw new CaseFailed(`after half of the refund the order is already ${value}`);
    },
  },
  {
    id: 'partial-capture',
    title: 'a partial capture is answered with 200, and the order is paid',
    harm: 'Orders that are captured in part, because something is out of stock, stay unpaid.',
    run: async (shop) => {
      const order = await shop.newOrder();
      if (!order.isTwoPhase) throw new CaseNotTried('the shop registers orders in one phase');
      await shop.pay(order);
      await shop.act(order, 'capture', Math.floor(order.amountMinor / 2));
      await shop.deliverAll(await shop.callbacksOf(order));
      await shop.becomesPaid(order);
    },
  },
];
