import type { Fields, TestSimulator } from '../simulator/simulator.ts';
import type { Card } from './pay-form.ts';

/** Stores a card for the client `aida` without a payment; the stored card's id. */
export const storedCard = async (
  { call }: Pick<TestSimulator, 'call'>,
  { pan }: Pick<Card, 'pan'>,
  fields: Fields = {},
): Promise<string> => {
  const card = { clientId: 'aida', pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
  return (await call('createBindingNoPayment.do', { ...card, ...fields }))['bindingId'];
};
