import { CaseFailed } from '../case-result.ts';
import { firstDifference, inCommon } from '../order-check.ts';
import { expect200, type Trial } from '../trial.ts';
import type { ShopCase } from './shop-case.ts';

const paid = async (shop: Trial) => {
  const order = await shop.newOrder();
  const callbacks = await shop.settle(order);
  await shop.deliverAll(callbacks);
  return { order, callbacks, answer: await shop.becomesPaid(order) };
};

/** How long the gateway takes for the status while two callbacks are on their way, so that both ask before one is over. */
const overlapMs = 200;

export const againCases: readonly ShopCase[] = [
  {
    id: 'repeated',
    title: 'a repeated callback is answered with 200, and changes nothing',
    harm: 'Gateways repeat a callback whose answer got lost: each time the shop sends another parcel or books another payment.',
    run: async (shop) => {
      const { order, callbacks, answer } = await paid(shop);
      await shop.deliverAll(callbacks);
      await shop.deliverAll(callbacks);
      const difference = firstDifference(answer.leaves, (await shop.becomesPaid(order)).leaves);
      if (difference) throw new CaseFailed(`the order has changed: ${difference}`);
    },
  },
  {
    id: 'at-once',
    title: 'of two equal callbacks at once, one counts',
    harm: 'Two processes of the shop find the order unpaid, and both deliver it.',
    run: async (shop) => {
      const [{ answer: one }, { answer: other }] = [await paid(shop), await paid(shop)];
      const order = await shop.newOrder();
      const callbacks = await shop.settle(order);
      await shop.deliverAll(callbacks.slice(0, -1));
      for (const callback of callbacks.slice(-1)) {
        const fault = { delay: `${overlapMs}ms` };
        const both = () => Promise.all([shop.send(callback), shop.send(callback)]);
        for (const { httpStatus } of await shop.withStatusFault(fault, both))
          if (httpStatus !== 200) expect200(await shop.deliver(callback));
      }
      const usual = inCommon(one.leaves, other.leaves);
      const seen = (await shop.becomesPaid(order)).leaves;
      const difference = firstDifference(
        usual,
        new Map([...seen].filter(([path]) => usual.has(path) || !one.leaves.has(path))),
      );
      if (difference) throw new CaseFailed(`the order is not as others that are paid: ${difference}`);
    },
  },
  {
    id: 'out-of-order',
    title: 'a callback that is overtaken changes nothing: a late decline leaves the order paid',
    harm: 'The customer has paid with a second card, and the shop cancels the order because of the first.',
    run: async (shop) => {
      const order = await shop.newOrder();
      const declined = await shop.decline(order);
      const callbacks = await shop.payAgain(order);
      await shop.deliverAll([...callbacks.toReversed(), declined]);
      await shop.becomesPaid(order);
    },
  },
];
