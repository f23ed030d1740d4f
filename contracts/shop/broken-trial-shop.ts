import type { Proof } from './send-to-shop.ts';
import type { ShopParts } from './trial-shop.ts';

/** A shop with one mistake, and the case that has to find it. */
export interface BrokenTrialShop {
  readonly id: string;
  /** Continues "a shop that ...". */
  readonly what: string;
  /** What its owner suffers. */
  readonly harm: string;
  /** The case that fails. */
  readonly fails: string;
  readonly parts: Partial<ShopParts>;
  /** hmac by default. */
  readonly proof?: Proof;
  /** GET by default. */
  readonly method?: 'POST';
  readonly isTwoPhase?: true;
}
