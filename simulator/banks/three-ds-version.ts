import type { Order } from '../domain/orders/order.ts';
import type { Bank } from './bank.ts';

/** Source: BT's and ArCa's clients, `FORCE_3DS2` in jsonParams. */
export const threeDsVersionOf = ({ threeDsVersion }: Bank, { params }: Order): 1 | 2 => {
  if (threeDsVersion !== 'asked-for') return threeDsVersion;
  return params['FORCE_3DS2']?.toLowerCase() === 'true' ? 2 : 1;
};
