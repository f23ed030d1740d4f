import { luhnDigit } from '../../../simulator/domain/card.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { bytesOf, exchangeBytes } from '../http/raw-request.ts';
import type { Fields, TestSimulator } from '../simulator/simulator.ts';
import { passIssuer } from './at-issuer.ts';
import { attemptCard, challengeCard, frictionlessCard, pay, plainCard } from './pay.ts';
import { cardFields, inTwoCalls, payForm } from './pay-form.ts';
import { sentCard, seTokenOf } from './sent-card.ts';

/** Stands for nothing else, so that it can be looked for. */
const cvc = '907';
const amexCvc = '9074';

/** Not among the published ones, so that no page has a reason to show it. */
export const unknownCard = { pan: `427683876543210${luhnDigit('427683876543210')}`, expiry: '11/33', cvc };
const declined = { pan: cardForActionCode(116), expiry: '11/33', cvc };
const amex = { pan: '371449635398431', expiry: '11/33', cvc: amexCvc };

const pans = [plainCard, challengeCard, frictionlessCard, attemptCard, unknownCard, declined, amex].map(
  ({ pan }) => pan,
);

const groups = (pan: string, separator: string): string => pan.replace(/\d{4}(?=\d)/g, `$&${separator}`);

/** All the ways in which a card number would still be one. */
export const spellings = (pan: string): readonly string[] => {
  const base64 = Buffer.from(pan).toString('base64').replace(/=+$/, '');
  return [
    pan,
    ...[' ', '-', '.', '+', '%20', '%2D'].map((separator) => groups(pan, separator)),
    pan.replace(/\d/g, '%3$&'),
    base64,
    base64.slice(0, 12),
  ];
};

type Act = (simulator: TestSimulator) => Promise<unknown>;

const ordered = async (simulator: TestSimulator, fields: Fields = {}): Promise<string> =>
  (await simulator.register(fields)).orderId;

/** Every way to pay, in which a card is approved, refused or challenged. */
export const payments: readonly Act[] = [
  async (simulator) => pay((await simulator.register()).formUrl, { card: unknownCard }),
  async (simulator) => pay((await simulator.register({ clientId: 'a' })).formUrl, { card: amex }),
  async (simulator) => passIssuer(await payForm(simulator, await ordered(simulator), challengeCard)),
  async (simulator) => payForm(simulator, await ordered(simulator), { ...frictionlessCard, cvc }),
  async (simulator) => payForm(simulator, await ordered(simulator), { ...attemptCard, cvc }),
  async (simulator) => payForm(simulator, await ordered(simulator), declined),
  async (simulator) =>
    payForm(simulator, await ordered(simulator), { ...unknownCard, pan: groups(unknownCard.pan, ' ') }),
  async (simulator) =>
    payForm(simulator, await ordered(simulator), { ...unknownCard, pan: groups(unknownCard.pan, '-') }),
  async (simulator) => {
    const MDORDER = await ordered(simulator);
    return inTwoCalls((more) => simulator.call('paymentorder.do', { MDORDER, ...cardFields(unknownCard), ...more }));
  },
  async (simulator) => {
    const fields = { amount: '100', ...sentCard(unknownCard), backUrl: 'https://shop.example/', clientId: 'a' };
    return simulator.call('instantPayment.do', { ...fields, returnUrl: 'https://shop.example/' });
  },
  async (simulator) => {
    const { pan, expiry } = sentCard(unknownCard);
    const fields = { orderNumber: 'moto', amount: '100', pan, expiry, cardholder: 'AIDA BEK', cvc };
    return simulator.call('motoPayment.do', fields);
  },
  async (simulator) =>
    simulator.call('verifyCard.do', { ...sentCard(unknownCard), returnUrl: 'https://shop.example/' }),
  async (simulator) => simulator.call('instantRefund.do', { amount: '100', ...sentCard(unknownCard) }),
  async (simulator) => simulator.call('verifyEnrollment.do', { pan: unknownCard.pan }),
  async (simulator) => simulator.call('getBindingsByCardOrId.do', { pan: amex.pan }),
  async (simulator) =>
    simulator.call('createBindingNoPayment.do', { clientId: 'a', pan: unknownCard.pan, expiryDate: '203311' }),
  async (simulator) => {
    const { bindings = [] } = await simulator.call('getBindings.do', { clientId: 'a' });
    const mdOrder = await ordered(simulator, { clientId: 'a' });
    return simulator.call('paymentOrderBinding.do', { mdOrder, bindingId: bindings[0]?.bindingId ?? '', cvc });
  },
  async (simulator) => {
    const MDORDER = await ordered(simulator);
    const seToken = await seTokenOf(simulator, unknownCard.pan, cvc, '203311', MDORDER);
    return simulator.call('paymentorder.do', { MDORDER, seToken, TEXT: 'AIDA BEK' });
  },
  async (simulator) => {
    for (const wallet of ['apple', 'google', 'samsung'])
      for (const decrypted of [true, false]) {
        const body = JSON.stringify({ wallet, amount: 1_000, pan: unknownCard.pan, expiry: '11/33', decrypted });
        const made = await fetch(`${simulator.controlUrl}/wallet-tokens`, { method: 'POST', body });
        const { paymentToken } = (await made.json()) as { readonly paymentToken: string };
        const order = { amount: 1_000, returnUrl: 'https://shop.example/', merchant: 'test_user', paymentToken };
        const folder = wallet === 'apple' ? 'applepay' : wallet;
        await simulator.json(`../${folder}/payment${decrypted ? 'Direct' : ''}.do`, order);
      }
  },
  async (simulator) => {
    const paymentData = { dpan: unknownCard.pan, MM: '11', YYYY: '2033', tokenCryptogram: 'AA==' };
    const order = { amount: 100, returnUrl: 'https://shop.example/', tokenType: 'VTS', cvc };
    return simulator.json('../token/payment.do', { ...order, paymentData });
  },
];

/** Nonsense with a card number where none belongs. */
export const nonsense: readonly Act[] = pans.flatMap((pan) => [
  (simulator) => simulator.call('register.do', { [pan]: '1', [`x${groups(pan, ' ')}`]: '2', note: pan }),
  (simulator) => simulator.call('getOrderStatusExtended.do', { orderId: pan, orderNumber: groups(pan, '-') }),
  (simulator) => simulator.callBare('register.do', { userName: pan, password: pan, language: pan }),
  (simulator) =>
    simulator.callBare('processform.do', { MDORDER: pan, TEXT: pan, email: pan, a: `card ${pan}, please` }),
  async (simulator) => payForm(simulator, await ordered(simulator), { ...plainCard, pan: `${pan}1` }),
  async (simulator) => payForm(simulator, await ordered(simulator), plainCard, { TEXT: pan, cardholder: pan }),
  async (simulator) => payForm(simulator, await ordered(simulator), plainCard, { sandboxOutcome: pan, outcome: pan }),
  async (simulator) => payForm(simulator, await ordered(simulator), plainCard, { email: pan, phone: pan }),
  async (simulator) => {
    const MDORDER = await ordered(simulator);
    const fields = { ...cardFields(plainCard), email: pan, phone: pan, ip: pan };
    return inTwoCalls((more) => simulator.call('paymentorder.do', { MDORDER, ...fields, ...more }));
  },
  async (simulator) => payForm(simulator, await ordered(simulator), plainCard, { jsonParams: JSON.stringify({ pan }) }),
  async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    const typed = { mdOrder: orderId, pan, expiry: '11/33', newCardCvc: cvc, cardholderName: pan, sandboxOutcome: pan };
    return post(formUrl, { ...typed, email: pan });
  },
  async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    const typed = { mdOrder: orderId, pan, expiry: '11/33', newCardCvc: cvc, cardholderName: 'AIDA' };
    return post(formUrl, { ...typed, sandboxOutcome: pan });
  },
  ({ url }) => fetch(`${url}/payment/merchants/${pan}/payment_en.html?mdOrder=${pan}&${pan}=${pan}`),
  ({ url }) =>
    fetch(`${url}/payment/${pan}/${groups(pan, '-')}.do`, { headers: { 'x-card': pan, cookie: `pan=${pan}` } }),
  ({ url }) => fetch(`${url}/acs/${groups(pan, '%20')}?creq=${pan}`),
  ({ url }) => post(`${url}/acs/answer`, { acsTransID: pan, threeDSServerTransID: pan, code: pan, TermUrl: pan }),
  ({ controlUrl }) => fetch(`${controlUrl}/merchants/${pan}/orders/${pan}?${pan}=${pan}`),
  ({ controlUrl }) => fetch(`${controlUrl}/merchants`, { method: 'POST', body: JSON.stringify({ [pan]: pan }) }),
  ({ controlUrl }) => fetch(`${controlUrl}/merchants`, { method: 'POST', body: `{"pan": ${pan}` }),
  ({ controlUrl }) => fetch(`${controlUrl}/provider-states`, { method: 'POST', body: JSON.stringify({ state: pan }) }),
  ({ url }) =>
    exchangeBytes(
      url,
      bytesOf({ line: `GET /${pan} HTTP/1.1`, headers: ['Host: localhost', 'Connection: close', `${pan}: ${pan}`] }),
    ),
  (simulator) => simulator.json('/recurrent/v1/task/create', { task: { pan, cvc, [pan]: pan } }),
  (simulator) => simulator.json('templates/create.do', { template: { pan, cvc, [pan]: pan } }),
]);

const post = (url: string, fields: Fields) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

/** Values of parameters and fields, as JSON and forms have them. */
const hasValue = (text: string, value: string): boolean =>
  [`"${value}"`, `:${value},`, `:${value}}`, `=${value}&`, `=${value}"`, `\\"${value}\\"`].some((part) =>
    text.includes(part),
  );

/** Where a text has a card number or a security code of these, with what stands before it. */
export const secretsIn = (text: string): readonly string[] => [
  ...pans
    .flatMap((pan) => spellings(pan).filter((spelling) => text.includes(spelling)))
    .map((spelling) => {
      const at = text.indexOf(spelling);
      return text.slice(Math.max(at - 150, 0), at + 70);
    }),
  ...[cvc, amexCvc].filter((code) => hasValue(text, code)).map((code) => `security code ${code}`),
];
