import { CaseFailed } from '../case-result.ts';
import { signAs } from '../send-to-shop.ts';
import { expect200 } from '../trial.ts';
import type { ShopCase } from './shop-case.ts';

const nobodysOrder = '00000000-0000-7000-8000-000000000000';

export const strangerCases: readonly ShopCase[] = [
  {
    id: 'foreign-order',
    title: 'a callback about an order of another shop changes no order of this one',
    harm: 'Shops that share a login get callbacks about orders of each other: the log fills with errors, or the wrong order is delivered.',
    isAboutUnpaid: true,
    run: async (shop) => {
      const own = await shop.newOrder();
      const { httpStatus = 0, error } = await shop.send(
        signAs(shop.address, [
          ['mdOrder', nobodysOrder],
          ['orderNumber', 'of-another-shop'],
          ['operation', 'deposited'],
          ['status', '1'],
        ]),
      );
      if (error !== undefined || httpStatus >= 500)
        throw new CaseFailed(`the shop fails on it: ${error ?? `HTTP ${httpStatus}`}`);
      await shop.staysUnpaid(own, 'the callback was about an order of another shop');
    },
  },
  {
    id: 'unknown-operation',
    title: 'an operation that the shop does not know is answered with 200, and changes nothing',
    harm: 'Gateways add operations: a shop that refuses them gets each one three times, and a shop that takes them for payments sells for nothing.',
    isAboutUnpaid: true,
    run: async (shop) => {
      const order = await shop.newOrder();
      const callback = signAs(shop.address, [
        ['mdOrder', order.orderId],
        ['orderNumber', order.orderNumber],
        ['operation', 'subscriptionCreated'],
        ['status', '1'],
      ]);
      expect200(await shop.send(callback));
      await shop.staysUnpaid(order, 'the operation was no payment');
    },
  },
  {
    id: 'stored-card',
    title: 'a callback about a stored card, which has no order, is answered with 200',
    harm: 'The gateway repeats the callback, and the log of the shop fills with errors that hide others.',
    notWith: (proof) => (proof === 'jwt' ? 'no token about a stored card was recorded' : undefined),
    run: async (shop) => {
      const fields = [
        ['operation', 'bindingActivityChanged'],
        ['status', '1'],
        ['bindingId', nobodysOrder],
        ['enabled', 'false'],
        ['clientId', 'aida'],
      ] as const;
      expect200(await shop.send(signAs(shop.address, fields)));
    },
  },
];
