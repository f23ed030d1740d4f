import type { ExecutionContext } from 'ava';
import { type StubReply, type StubRequest, stubServer } from '../../helpers/http/stub-server.ts';

const shopUrl = 'https://shop.example/return?cart=7';
/** Where the customer arrives after the payment. */
export const returned = `${shopUrl}&orderId=order-1&lang=en`;

/** What the stub's bank thinks of a card; `challenge` sends the customer to the issuer's page first. */
type CardFate = 'pay' | 'challenge' | 'decline' | 'bad-number';

interface FakeGateway {
  readonly fates?: Readonly<Record<string, CardFate>>;
  /** Status in the answer about the finished payment; by default what happened on the pages. */
  readonly state?: string;
  readonly returnTo?: string;
}

export const challengePan = '5555555555555599';
export const poorPan = '4000000000000002';

/** The gateway's card page. */
export const paymentPage = (notice = '') => `<!doctype html><main data-page="payment">
  <form id="payment-form" method="post" action="/payment/pay/submit">
  <input type="hidden" name="mdOrder" value="order-1">${notice}
  <input name="pan"><input name="expiry"><input name="newCardCvc"><input name="cardholderName" value="">
  <input type="email" name="email"><input type="checkbox" name="saveCard" value="1">
  <select name="sandboxOutcome"><option value="">as the card says</option><option value="decline:116">no money</option></select>
  <button type="submit">Pay</button></form></main>`;

/** A form that sends itself. */
export const autoPost = (action: string, fields: Readonly<Record<string, string>>) =>
  `<form id="auto-post" method="post" action="${action}">${Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')}<noscript><button>Go on</button></noscript></form>`;

/** The issuer's page, which takes the code. */
export const acsPage = (
  error = '',
) => `<main data-page="acs"><form id="acs-form" method="post" action="/acs/answer">${error}
  <input type="hidden" name="session" value="s&amp;1"><input name="code">
  <button name="action" value="submit">OK</button><button name="action" value="cancel">Cancel</button>
  <button name="action" value="fail">Fail</button></form></main>`;

/** Imitates the pages of a gateway and of the issuer behind it, with one order on it. */
export const gatewayFor = async (t: ExecutionContext, { fates = {}, state, returnTo = returned }: FakeGateway = {}) => {
  let now = 'CREATED';
  const toShop = { status: 303, headers: { location: returnTo } };
  const decline = {
    body: paymentPage('<div data-decline><p>Declined</p><p data-decline-message>Not enough money</p></div>'),
  };
  const paid = () => {
    now = 'DEPOSITED';
    return toShop;
  };
  const submitted = (form: URLSearchParams): StubReply => {
    const fate = form.get('sandboxOutcome') ? 'decline' : (fates[form.get('pan') ?? ''] ?? 'challenge');
    if (fate === 'decline') return decline;
    if (fate === 'pay') return paid();
    if (fate === 'bad-number')
      return { status: 422, body: paymentPage('<p data-field-error="pan">Check the number</p>') };
    return {
      body: autoPost('/acs/start', { PaReq: 'a+b', MD: 'order-1', TermUrl: '/payment/rest/finish3ds.do?lang=en' }),
    };
  };
  const answered = (form: URLSearchParams): StubReply => {
    if (form.get('action') === 'submit' && form.get('code') !== '123456')
      return { body: acsPage('<p data-acs-error>Wrong code</p>') };
    const PaRes = form.get('action') === 'submit' && form.get('session') === 's&1' ? 'Y' : 'N';
    return { body: autoPost('/payment/rest/finish3ds.do?lang=en', { MD: 'order-1', PaRes }) };
  };
  const routes: Readonly<Record<string, (request: StubRequest) => StubReply>> = {
    'GET /payment/merchants/shop/payment_en.html': () => (now === 'CREATED' ? { body: paymentPage() } : toShop),
    'POST /payment/pay/submit': ({ form }) => submitted(form),
    'POST /acs/start': ({ form }) => ({ body: form.get('PaReq') === 'a+b' ? acsPage() : 'PaReq was mangled' }),
    'POST /acs/answer': ({ form }) => answered(form),
    'POST /payment/rest/finish3ds.do': ({ form }) => (form.get('PaRes') === 'Y' ? paid() : decline),
    'POST /payment/rest/getFinishedPaymentInfo.do': () => ({ body: { status: state ?? now } }),
  };
  const stub = await stubServer(
    t,
    (request) => routes[`${request.method} ${request.path}`]?.(request) ?? { status: 404 },
  );
  return { ...stub, formUrl: `${stub.origin}/payment/merchants/shop/payment_en.html?mdOrder=order-1` };
};

/** A gateway with the payment page of the test. */
export const pageServer = async (t: ExecutionContext, answer: (request: StubRequest, count: number) => StubReply) => {
  const stub = await stubServer(t, answer);
  return { ...stub, formUrl: `${stub.origin}/payment/merchants/shop/payment_en.html?mdOrder=order-1` };
};
