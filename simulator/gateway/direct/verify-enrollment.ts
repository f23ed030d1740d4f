import { successText } from '../../data/error-codes.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { passesLuhn } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { ThreeDsRoute } from '../../domain/orders/attempt-plan.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { issuerName } from '../../issuer/issuer-name.ts';
import { planForCard } from '../../issuer/plan-for-card.ts';
import { renderRefusal } from '../answers/render-refusal.ts';

/** Whether a card takes part in 3-D Secure. Source: VERes of 3-D Secure 1; Y for an attempt is a guess. */
const enrolled: Readonly<Record<ThreeDsRoute, 'Y' | 'N' | 'U'>> = {
  none: 'N',
  frictionless: 'Y',
  attempt: 'Y',
  challenge: 'Y',
  unavailable: 'U',
};

/** A date with which every published card is itself. */
const anyExpiry = '203412';

export const verifyEnrollment: MerchantEndpoint = {
  path: 'rest/verifyEnrollment.do',
  meaning: 'Asks whether a card has 3-D Secure.',
  meaningInRussian: 'Проверяет, участвует ли карта в 3-D Secure.',
  source: 'rbs-clients',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    pan: { kind: 'secret', required: true, missing: 'key-missing', meaning: 'Card number.' },
    ...languageParameter,
  },
  refuses: ['card-number-invalid'],
  renderRefusal,
  shape: () => ({
    name: 'Enrollment',
    fields: {
      errorCode: { kind: 'text', values: ['0'] },
      errorMessage: { kind: 'text' },
      emitterName: { kind: 'text' },
      emitterCountryCode: { kind: 'text' },
      enrolled: { kind: 'text', values: ['Y', 'N', 'U'], meaning: 'Whether the card takes part in 3-D Secure.' },
    },
  }),
  answer: async ({ context, values, language }) => {
    const { pan = '' } = values;
    if (!/^\d{12,19}$/.test(pan) || !passesLuhn(pan)) throw new Refused('card-number-invalid');
    const { plan } = planForCard({ pan, expiry: anyExpiry, cvc: '', holder: '' });
    return {
      errorCode: '0',
      errorMessage: successText(language),
      emitterName: issuerName,
      emitterCountryCode: context.bank.country,
      enrolled: enrolled[plan.route],
    };
  },
};
