import { againCases } from './again.ts';
import { forgeryCases } from './forgery.ts';
import { moneyBackCases } from './money-back.ts';
import { paymentCases } from './payment.ts';
import type { ShopCase } from './shop-case.ts';
import { slowGatewayCases } from './slow-gateway.ts';
import { strangerCases } from './strangers.ts';

/** Every case, in the order in which they are tried: forged callbacks come first. */
export const shopCases: readonly ShopCase[] = [
  ...forgeryCases,
  ...paymentCases,
  ...strangerCases,
  ...againCases,
  ...moneyBackCases,
  ...slowGatewayCases,
];
