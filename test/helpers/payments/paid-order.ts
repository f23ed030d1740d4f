import type { Fields, TestSimulator } from '../simulator/simulator.ts';
import { plainCard } from './pay.ts';
import { payForm } from './pay-form.ts';

/** Registers an order and pays it with this card, which must ask for no challenge; returns its id. */
export const payWith = async (simulator: TestSimulator, pan: string, fields: Fields = {}): Promise<string> => {
  const { orderId } = await simulator.register(fields);
  await payForm(simulator, orderId, { ...plainCard, pan });
  return orderId;
};

/** As `payWith`, but the money is only held. */
export const hold = async (simulator: TestSimulator, fields: Fields = {}): Promise<string> => {
  const order = { amount: '100000', returnUrl: 'https://shop.example/', ...fields };
  const { orderId } = await simulator.call('registerPreAuth.do', order);
  await payForm(simulator, orderId, plainCard);
  return orderId;
};
