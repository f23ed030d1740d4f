import type { Proof } from '../send-to-shop.ts';
import type { Trial } from '../trial.ts';

/** Something that callbacks do, and a right shop's conduct. */
export interface ShopCase {
  readonly id: string;
  /** A sentence that holds for a right shop. */
  readonly title: string;
  /** What a shop suffers that fails. */
  readonly harm: string;
  /** Passes for a shop that never shows an order as paid, so it says nothing of such a shop. */
  readonly isAboutUnpaid?: true;
  /** Why a shop with this proof is not tried. */
  readonly notWith?: (proof: Proof) => string | undefined;
  /** @throws CaseFailed if the shop does not do so; CaseNotTried if that makes no sense for it */
  readonly run: (shop: Trial) => Promise<void>;
}

export const withoutProof = (proof: Proof): string | undefined =>
  proof === 'none' ? 'the callbacks have no proof' : undefined;
