import type { BrokenTrialShop } from './broken-trial-shop.ts';
import { shopsWithWrongConduct } from './shops-with-wrong-conduct.ts';
import { shopsWithWrongProof } from './shops-with-wrong-proof.ts';

/** Every one. */
export const brokenTrialShops: readonly BrokenTrialShop[] = [...shopsWithWrongProof, ...shopsWithWrongConduct];

/** A shop that is called broken and is not. */
export const plantedSurvivor: BrokenTrialShop = {
  id: 'does-nothing-wrong',
  what: 'does nothing wrong',
  harm: 'None.',
  fails: 'genuine',
  parts: {},
};
