import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';

/** The shop's data of the payer. Source: BPC REST documentation, order registration. */
export const payerDataParameters = {
  billingPayerData: { kind: 'json', meaning: 'Billing address.' },
  shippingPayerData: { kind: 'json', meaning: 'Delivery data.' },
  preOrderPayerData: { kind: 'json', meaning: 'Pre-order data.' },
  orderPayerData: { kind: 'json', meaning: "The payer's phones." },
} as const satisfies ParameterTable;

/** When a hold ends by itself. */
export const holdParameters = {
  autocompletionDate: { kind: 'date-time', meaning: 'When the hold is captured by itself, UTC.' },
  autoReverseDate: { kind: 'date-time', meaning: 'When the hold is released by itself, UTC.' },
} as const satisfies ParameterTable;

/** Parameters of register.do. Source: BPC REST documentation, order registration; phone and pageView from Sberbank's and Alfa's. */
export const registerParameters = {
  ...credentialParameters,
  orderNumber: {
    kind: 'text',
    min: 1,
    max: 36,
    malformed: 'order-number-invalid',
    requiredWithout: 'generatesOrderNumber',
    meaning: "The shop's own number of the order; generated if it is missing.",
  },
  amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
  returnUrl: { kind: 'return-url', required: true, max: 512, meaning: 'Where the payer goes after the payment.' },
  currency: { kind: 'currency', meaning: 'ISO 4217 numeric.' },
  failUrl: { kind: 'return-url', max: 512, meaning: 'Where the payer goes after a failed payment.' },
  dynamicCallbackUrl: { kind: 'return-url', max: 512, meaning: 'Where callbacks of this order go.' },
  description: { kind: 'text', max: 598, meaning: 'What the payer reads.' },
  ...languageParameter,
  ip: { kind: 'text', max: 39, meaning: "The payer's address." },
  clientId: { kind: 'text', max: 255, meaning: "The shop's id of the payer; turns on stored cards." },
  merchantLogin: { kind: 'text', max: 255, meaning: 'Register for another merchant.' },
  cardholderName: { kind: 'text', max: 150, meaning: 'Fills the card page.' },
  jsonParams: { kind: 'json', meaning: 'Further parameters, echoed in the status.' },
  sessionTimeoutSecs: { kind: 'digits', min: 1, max: 9, meaning: 'Seconds the order can be paid.' },
  expirationDate: {
    kind: 'date-time',
    meaning: 'Until when the order can be paid, UTC; wins over sessionTimeoutSecs.',
  },
  bindingId: { kind: 'text', max: 255, meaning: 'The only stored card that may pay.' },
  postAddress: { kind: 'text', max: 255, meaning: 'Delivery address.' },
  orderBundle: { kind: 'json', requiredWith: 'wantsCustomer', meaning: 'The cart.' },
  feeInput: { kind: 'digits', min: 0, max: 8, meaning: 'Fee in minor units.' },
  email: { kind: 'text', max: 254, meaning: "The payer's address." },
  phone: { kind: 'text', max: 32, meaning: "The payer's phone." },
  pageView: { kind: 'text', max: 20, meaning: 'DESKTOP, MOBILE or a prefix of the page.' },
  features: {
    kind: 'text',
    isRepeatable: true,
    meaning: 'FORCE_SSL, FORCE_TDS, VERIFY, ...; sent once each or with commas.',
  },
  mcc: { kind: 'digits', max: 4, meaning: 'Merchant category code.' },
  mvv: { kind: 'text', max: 10, meaning: 'Merchant verification value.' },
  paymentFacilitator: { kind: 'json', meaning: 'Payment facilitator and sub-merchants.' },
  ...payerDataParameters,
} as const satisfies ParameterTable;

/** registerPreAuth.do takes two dates more. */
export const registerPreAuthParameters = {
  ...registerParameters,
  ...holdParameters,
} as const satisfies ParameterTable;
