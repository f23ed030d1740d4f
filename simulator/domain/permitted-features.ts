/**
 * Features for which a merchant needs a permission: the shop charges without its payer. Source: Alfa's manual and Swagger,
 * Sberbank's wiki; that RECURRENT_PAYMENT is a permission, too, is a guess.
 */
export const permittedFeatures = ['AUTO_PAYMENT', 'RECURRENT_PAYMENT', 'FORCE_NO_CVC'] as const;

export type PermittedFeature = (typeof permittedFeatures)[number];

/** Whether an order is charged without its payer: neither CVC nor 3-D Secure. */
export const isWithoutPayer = (features: readonly string[]): boolean =>
  permittedFeatures.some((name) => features.includes(name));
