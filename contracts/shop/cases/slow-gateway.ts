import type { StatusFault } from '../held-gateway.ts';
import { expect200, type Trial } from '../trial.ts';
import type { ShopCase } from './shop-case.ts';

/** The order is paid in the end, although the gateway has this fault during its first try to deliver the callback. */
const isPaidAfter = async (shop: Trial, fault: StatusFault): Promise<void> => {
  const order = await shop.newOrder();
  const callbacks = await shop.settle(order);
  await shop.deliverAll(callbacks.slice(0, -1));
  for (const callback of callbacks.slice(-1)) {
    const { httpStatus } = await shop.withStatusFault(fault, () => shop.send(callback));
    if (httpStatus !== 200) expect200(await shop.deliver(callback));
  }
  await shop.becomesPaid(order);
};

export const slowGatewayCases: readonly ShopCase[] = [
  {
    id: 'slow-answer',
    title:
      'while the status takes long, the shop answers within the ten seconds of the gateway, or takes the next callback',
    harm: 'The gateway ends the connection, and gives the callback up after three tries: the order stays unpaid.',
    run: (shop) => isPaidAfter(shop, { delay: `${shop.slowMs}ms` }),
  },
  {
    id: 'status-down',
    title: 'while the status cannot be had, the shop does not answer 200, and takes the next callback',
    harm: 'HTTP 200 ends the repetition: the shop has not learned of the payment, and never will.',
    run: (shop) => isPaidAfter(shop, { httpStatus: 503 }),
  },
];
