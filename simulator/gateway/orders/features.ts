import { Refused } from '../../domain/errors/refused.ts';
import { type PermittedFeature, permittedFeatures } from '../../domain/permitted-features.ts';

/** Features that tillbox honours. Source: BPC REST documentation, register.do. */
const honoured: ReadonlySet<string> = new Set([
  'VERIFY',
  'FORCE_SSL',
  'FORCE_TDS',
  'FORCE_FULL_TDS',
  'FORCE_CREATE_BINDING',
  'PARTIAL_AUTHORIZATION',
  'BINDING_NOT_NEEDED',
  'FORCE_GENERATE_ORDERNUMBER',
  'FORCE_PAYMENT_WAY',
  'SKIP_PAYER_EMAIL_NOTIFY',
  'SKIP_PAYER_PHONE_NOTIFY',
]);

/** Features that exist, but that no merchant has a permission for. Source: enumeration in Alfa's Swagger. */
const forbidden: ReadonlySet<string> = new Set(
  `FIXED_BINDING FIXED_BONUS_AMOUNT FRAUD_FORCE_TDS FRAUD_FORCE_SSL PAYMENT_WAY_FORCE_TDS PAYMENT_WAY_FORCE_SSL
  SKIP_VERIFY SKIP_PAYER_CREATE_NOTIFY ORDER_NUMBER_EXPLICIT_INDICATION PAY_BY_CLIENT WITHOUT_FROM_CARD
  WITHOUT_TO_CARD REVERSE_AFTER_RECURRENT_INITIALIZE NEW_TRANSPORT_CARD SBOL_PAYMENT SBOL_OTP_PAYMENT FORCE_PSE FORCE_EFECTY
  FORCE_QR FORCE_P2P_DEBIT FIXED_TIPS BNPL FORCE_REDIRECT_TO_URL SKIP_UNSUCCESSFUL_PAYMENT_CALLBACK
  OVERRIDE_CLIENT_ID ACS_IN_IFRAME SBP_BINDING`.split(/\s+/),
);

/**
 * Pairs that cannot be had together. Source: BPC REST documentation, FORCE_CREATE_BINDING, with a guess for the code;
 * Alfa's manual, AUTO_PAYMENT with code 13. FORCE_SSL and FORCE_TDS are printed together in the sample of register.do.
 */
const contradictions: readonly (readonly [string, string])[] = [
  ['AUTO_PAYMENT', 'FORCE_SSL'],
  ['AUTO_PAYMENT', 'FORCE_TDS'],
  ['FORCE_CREATE_BINDING', 'BINDING_NOT_NEEDED'],
];

const isPermitted = (name: string): name is PermittedFeature => permittedFeatures.some((one) => one === name);

/** Shared by all orders that have none. */
const none: readonly string[] = Object.freeze([]);

/** Reads `features`, sent once per value or as one text with commas or semicolons. @throws Refused for one that cannot be had. */
export const readFeatures = (
  sent: readonly string[],
  { hasClientId, allowed }: { readonly hasClientId: boolean; readonly allowed: readonly PermittedFeature[] },
): readonly string[] => {
  if (sent.length === 0) return none;
  const features = [...new Set(sent.flatMap((text) => text.split(/[,;]/)).map((name) => name.trim()))].filter(Boolean);
  for (const name of features) {
    if (isPermitted(name) ? !allowed.includes(name) : forbidden.has(name))
      throw new Refused('feature-forbidden', { value: name });
    if (!honoured.has(name) && !isPermitted(name))
      throw new Refused('features-malformed', { value: name.slice(0, 40) });
  }
  for (const pair of contradictions) {
    if (pair.every((name) => features.includes(name)))
      throw new Refused('feature-forbidden', { value: pair.join(' + ') });
  }
  if (features.includes('FORCE_CREATE_BINDING') && !hasClientId)
    throw new Refused('value-invalid', { field: 'clientId' });
  return features;
};
