import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { secondCallParameters } from '../../wire/card-parameters.ts';
import { holdParameters, payerDataParameters } from '../orders/register-parameters.ts';

/** Parameters of the order of a wallet's payment. Source: BPC REST documentation, wallets. */
export const walletOrderParameters = {
  ...languageParameter,
  description: { kind: 'text', max: 598, meaning: 'What the payer reads.' },
  preAuth: { kind: 'flag', meaning: 'Hold the money first.' },
  ...holdParameters,
  clientId: { kind: 'text', max: 255, meaning: "The shop's id of the payer; the card is stored for it." },
  tii: { kind: 'text', max: 3, meaning: 'What the stored card is for: CI, RI, II.' },
  ip: { kind: 'text', max: 39, meaning: "The payer's address." },
  email: { kind: 'text', max: 254, meaning: "The payer's address." },
  phone: { kind: 'text', max: 32, meaning: "The payer's phone." },
  dynamicCallbackUrl: { kind: 'return-url', max: 512, meaning: 'Where callbacks of this order go.' },
  mcc: { kind: 'digits', max: 4, meaning: 'Merchant category code.' },
  mvv: { kind: 'text', max: 10, meaning: 'Merchant verification value.' },
  paymentFacilitator: { kind: 'json', meaning: 'Payment facilitator and sub-merchants.' },
  features: { kind: 'text', isRepeatable: true, meaning: 'As in register.do.' },
  feeInput: { kind: 'digits', min: 0, max: 8, meaning: 'Fee in minor units.' },
  ...payerDataParameters,
} as const satisfies ParameterTable;

const sharedParameters = {
  orderNumber: {
    kind: 'text',
    required: true,
    min: 1,
    max: 36,
    malformed: 'order-number-invalid',
    meaning: "The shop's own number of the order.",
  },
  paymentToken: { kind: 'secret', required: true, max: 8192, meaning: 'What the wallet gave.' },
  ...walletOrderParameters,
  additionalParameters: {
    kind: 'json',
    meaning: 'Further parameters, echoed in the status; `scenario` names the outcome.',
  },
} as const satisfies ParameterTable;

/** The gateway opens the token: the call names its merchant without a password. */
export const walletParameters = {
  merchant: { kind: 'text', required: true, max: 255, meaning: 'Login of the merchant.' },
  ...sharedParameters,
} as const satisfies ParameterTable;

/** The merchant has opened the token by itself. */
export const walletDirectParameters = {
  ...credentialParameters,
  merchant: { kind: 'text', max: 255, meaning: 'The merchant that the order belongs to.' },
  ...sharedParameters,
} as const satisfies ParameterTable;

/** For a token without an amount, whose card may need the issuer's page. */
export const paidByCallParameters = {
  amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
  returnUrl: { kind: 'return-url', required: true, max: 512, meaning: 'Where the payer goes after the payment.' },
  failUrl: { kind: 'return-url', max: 512, meaning: 'Where the payer goes after a failed payment.' },
  threeDSVer2FinishUrl: { kind: 'return-url', max: 512, meaning: "Where the issuer's page sends the payer." },
  clientBrowserInfo: { kind: 'json', meaning: "The payer's browser." },
  ...secondCallParameters,
} as const satisfies ParameterTable;

/** The additional parameters of Google's calls. */
export const googleParameters = {
  ...paidByCallParameters,
  currencyCode: { kind: 'currency', meaning: 'ISO 4217 numeric.' },
} as const satisfies ParameterTable;
