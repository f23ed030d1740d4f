import type { AnswerTable } from '../../data/answer-table.ts';
import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import { refusalText } from '../../data/error-codes.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { wasDeclined } from '../../domain/orders/pay.ts';
import type { Call, OrderCall, OrderEndpoint, RefusalRenderer } from '../../http/call/endpoint.ts';
import { jsonObject } from '../../http/read/check-parameters.ts';
import { outcomeIn } from '../../http/read/payer-values.ts';
import type { AttemptEnd } from '../../payments/attempt/attempt-payment.ts';
import type { WalletName } from '../../payments/wallets/wallet-data.ts';
import { returnLanguage, shopReturn } from '../../wire/shop-return.ts';
import { declineError, walletDataFields, walletPaymentData } from '../../wire/wallet-answer.ts';
import { payWithWallet } from '../wallets/pay-with-wallet.ts';

/** Scripts of such pages look into `data` of a refusal too, so it is there. */
const renderRefusal: RefusalRenderer = ({ reason, detail }, _context, language) => {
  const text = refusalText(reason, language, detail);
  return { success: false, data: {}, error: { code: 1, description: text, message: text } };
};

/** A decline has `data` too. */
const answerFields: AnswerTable = {
  success: { kind: 'flag' },
  data: {
    kind: 'object',
    fields: {
      ...walletDataFields,
      redirectUrl: { kind: 'text', optional: true, meaning: 'Where the payer goes.' },
    },
  },
  error: {
    kind: 'object',
    optional: true,
    fields: { code: { kind: 'number' }, description: { kind: 'text' }, message: { kind: 'text' } },
  },
};

const endpoint = (facts: EndpointFacts, wallet: WalletName): OrderEndpoint => ({
  ...facts,
  access: 'order',
  body: 'json',
  parameters: {
    mdOrder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    paymentToken: { kind: 'secret', required: true, meaning: 'What the wallet gave, in Base64.' },
    additionalParameters: { kind: 'json', meaning: 'email and phone of the payer; `scenario` names the outcome.' },
    ...languageParameter,
  },
  refuses: [...refusalGroups.card, ...refusalGroups.payment],
  renderRefusal,
  shape: () => ({ name: 'PageWalletPayment', fields: answerFields }),
  answer: async (call) => render(call, await pay(call, wallet)),
});

/** Source: page scripts and mobile SDKs of RBS gateways. */
export const googlePaymentOrder = endpoint(
  {
    path: 'google/paymentOrder.do',
    meaning: "Card page's own call: Google Pay.",
    meaningInRussian: 'Вызов самой платёжной страницы: Google Pay.',
    source: 'rbs-clients',
  },
  'google',
);

export const applePaymentOrder = endpoint(
  {
    path: 'applepay/paymentOrder.do',
    meaning: "Card page's own call: Apple Pay.",
    meaningInRussian: 'Вызов самой платёжной страницы: Apple Pay.',
    source: 'rbs-clients',
  },
  'apple',
);

const pay = ({ context, order, values, ip }: OrderCall, wallet: WalletName): Promise<AttemptEnd> => {
  const sent = jsonObject(values['additionalParameters'], 'additionalParameters');
  const { email, phone } = sent ?? {};
  return payWithWallet(context, wallet, values['paymentToken'] ?? '', {
    order,
    payerIp: ip,
    ...(typeof email === 'string' && { email }),
    ...(typeof phone === 'string' && { phone }),
    ...outcomeIn(sent),
  });
};

/** `redirectUrl` if the payer leaves the page; after a decline with attempts left, the payer stays. */
const render = (call: Call, end: AttemptEnd): object => {
  const { context, origin, language, values } = call;
  const { next, order } = end;
  const isDeclined = next === 'finished' && wasDeclined(order);
  const leaves = next === 'finished' && order.status !== 'created';
  const data = {
    ...walletPaymentData(call, end),
    ...(leaves && { redirectUrl: shopReturn(order, context.bank, origin, returnLanguage(values, order)) }),
  };
  return isDeclined ? { success: false, data, error: declineError(order, language) } : { success: true, data };
};
