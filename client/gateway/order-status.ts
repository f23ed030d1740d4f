// Written by `npm run docs` from simulator/data/status-texts.ts.

/** Numbers of `orderStatus`. Source: BPC REST documentation, getOrderStatusExtended.do. */
export const orderStatus = {
  /** 0: registered, not paid yet. */
  created: 0,
  /** 1: the money is held and not captured yet. */
  held: 1,
  /** 2: paid. */
  paid: 2,
  /** 3: reversed: the held money is free again. */
  reversed: 3,
  /** 4: refunded, wholly or in part. */
  refunded: 4,
  /** 5: the payer is at the issuer's page. */
  atAcs: 5,
  /** 6: declined for good. */
  declined: 6,
  /** 7: the outcome is not known yet. */
  pending: 7,
  /** 8: captured in part, the rest is held. */
  partlyDeposited: 8,
} as const;

/** An `orderStatus`; a bank may have others than the known ones. */
export type OrderStatusNumber = (typeof orderStatus)[keyof typeof orderStatus] | (number & {});
