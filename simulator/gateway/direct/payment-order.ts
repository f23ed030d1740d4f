import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { OwnThreeDs } from '../../domain/orders/order.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { payerValues, refuseMalformedPayerData } from '../../http/read/payer-values.ts';
import { attemptPayment } from '../../payments/attempt/attempt-payment.ts';
import { typedMeans } from '../../payments/attempt/payment-means.ts';
import type { PaymentRequest } from '../../payments/attempt/payment-request.ts';
import { readTypedCard } from '../../payments/cards/typed-card.ts';
import { cardFieldsOf, cardParameters, secondCallParameters } from '../../wire/card-parameters.ts';
import { paymentFormResult, paymentFormShape } from '../../wire/payment-form-result.ts';
import { renderPaymentRefusal } from '../answers/render-refusal.ts';
import { findOrderById } from '../orders/find-order.ts';
import { readParams } from '../orders/read-params.ts';
import { payerDataParameters } from '../orders/register-parameters.ts';

/** Parameters of paying calls for 3-D Secure and the payer. Source: BPC REST documentation, payment for order. */
export const payerParameters = {
  seToken: { kind: 'secret', meaning: "Card data, encrypted with the gateway's key." },
  ip: { kind: 'text', max: 39, meaning: "The payer's address." },
  email: { kind: 'text', max: 254, meaning: "The payer's address." },
  phone: { kind: 'text', max: 32, meaning: "The payer's phone." },
  bindingNotNeeded: { kind: 'flag', meaning: 'The card is not to be stored.' },
  jsonParams: { kind: 'json', meaning: 'Further parameters; `scenario` names the outcome, `eci` an own 3-D Secure.' },
  threeDSVer2FinishUrl: { kind: 'return-url', max: 512, meaning: "Where the issuer's page sends the payer." },
  threeDSMethodNotificationUrl: {
    kind: 'return-url',
    max: 512,
    meaning: 'Where the shop is told that the issuer has looked at the browser.',
  },
  tii: { kind: 'text', max: 3, meaning: 'Who starts the payment and why.' },
  clientBrowserInfo: { kind: 'json', meaning: "The payer's browser." },
  ...payerDataParameters,
  ...secondCallParameters,
} as const satisfies ParameterTable;

const endpoint = (facts: EndpointFacts): MerchantEndpoint => ({
  ...facts,
  access: 'merchant',
  permission: 'card-data',
  parameters: {
    ...credentialParameters,
    MDORDER: {
      kind: 'secret',
      required: true,
      missing: 'key-missing',
      max: 36,
      meaning: "The gateway's id of the order.",
    },
    ...cardParameters,
    ...payerParameters,
    ...languageParameter,
  },
  refuses: [...refusalGroups.orderById, ...refusalGroups.card, ...refusalGroups.payment, 'value-invalid'],
  renderRefusal: renderPaymentRefusal,
  shape: paymentFormShape,
  answer: async (call) => {
    const { context, values } = call;
    const order = await findOrderById(call, values['MDORDER'] ?? '');
    const card = readTypedCard(context, {
      fields: cardFieldsOf(values),
      seToken: values['seToken'],
      orderId: order.id,
    });
    const request = { order, means: typedMeans(card), paymentWay: 'CARD', ...payerOf(call) };
    return paymentFormResult({ ...call, isShopPage: true }, await attemptPayment(context, request));
  },
});

export const paymentorder = endpoint({
  path: 'rest/paymentorder.do',
  meaning:
    "Pays with a card typed on the shop's own page, also as `seToken`, or with an own 3-D Secure. App SDK fields are ignored.",
  meaningInRussian:
    'Оплата картой, введённой на странице магазина, в том числе как `seToken` или со своим 3-D Secure. Поля мобильного SDK не учитываются.',
  source: 'bpc-rest',
});

export const paymentOrder = endpoint({
  path: 'rest/paymentOrder.do',
  meaning: 'The same, as newer documentation spells it.',
  meaningInRussian: 'То же, в написании новой документации.',
  source: 'bpc-rest',
});

/** Everything of a payment but the order and the card. */
export const payerOf = ({ values, ip }: MerchantCall): Omit<PaymentRequest, 'order' | 'means' | 'paymentWay'> => {
  const params = readParams(values['jsonParams'], 'jsonParams');
  const ownThreeDs = ownThreeDsIn(params);
  refuseMalformedPayerData(values);
  return {
    payerIp: values['ip'] ?? ip,
    savesCard: !isTrue(values['bindingNotNeeded']),
    makesTwoCalls: true,
    ...payerValues(values),
    ...(params['scenario'] !== undefined && { requestedOutcome: params['scenario'] }),
    ...(ownThreeDs && { ownThreeDs }),
  };
};

/** An authentication that the merchant made by itself. Source: BPC REST documentation, own 3DS server. */
const ownThreeDsIn = ({
  eci,
  cavv,
  xid,
  threeDSProtocolVersion: version,
}: Readonly<Record<string, string>>): OwnThreeDs | undefined => {
  if (eci === undefined) return undefined;
  if (!/^\d{1,2}$/.test(eci)) throw new Refused('value-invalid', { field: 'jsonParams.eci' });
  return {
    eci: Number(eci),
    ...(cavv !== undefined && { cavv }),
    ...(xid !== undefined && { xid }),
    ...(version !== undefined && { version }),
  };
};
