import { pay, plainCard } from './pay.ts';
import type { Fields, TestSimulator } from './simulator.ts';

/** Registers an order and pays it on the page with this card; its id. */
export const payWith = async (simulator: TestSimulator, pan: string, fields: Fields = {}): Promise<string> => {
  const { orderId, formUrl } = await simulator.register(fields);
  await pay(formUrl, { card: { pan } });
  return orderId;
};

/** As `payWith`, but the money is only held. */
export const hold = async (simulator: TestSimulator, fields: Fields = {}): Promise<string> => {
  const order = { amount: '100000', returnUrl: 'https://shop.example/', ...fields };
  const { orderId, formUrl } = await simulator.call('registerPreAuth.do', order);
  await pay(formUrl, { card: plainCard });
  return orderId;
};
