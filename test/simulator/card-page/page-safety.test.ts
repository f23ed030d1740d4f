import test, { type ExecutionContext } from 'ava';
import { startShop } from '../../../client/shop/start-shop.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { passIssuer } from '../../helpers/payments/at-issuer.ts';
import { challengeCard, plainCard } from '../../helpers/payments/pay.ts';
import { cardFields, payForm } from '../../helpers/payments/pay-form.ts';
import { gatewayLook } from '../../helpers/shop/shop.ts';
import { type Fields, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** What may stand in no page as it is. */
const payload = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;

/** The same as it may stand there. */
const asText = '&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;';

const form = (fields: Fields) => ({ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' }) as const;

/** The order with texts in it that register.do would not let in, as a state that is put in can have them. */
const plant = async ({ store }: TestSimulator, orderId: string): Promise<void> => {
  const order = await store.orders.find(orderId);
  if (!order) throw new Error('no order');
  const { attempts } = order;
  const texts = { description: payload, orderNumber: payload, cardholderName: payload, email: payload };
  const params = { backToShopName: payload, backToShopUrl: `https://shop.example/${payload}` };
  await store.orders.replace({ ...order, ...texts, params, attempts, version: order.version + 1 });
};

const atIssuer = async (simulator: TestSimulator) => {
  const { orderId } = await simulator.register();
  const answer = await payForm(simulator, orderId, challengeCard);
  await plant(simulator, orderId);
  return { orderId, answer };
};

/** Every kind of page of the gateway, with texts of a merchant who means harm. */
const pages: Readonly<Record<string, (simulator: TestSimulator) => Promise<Response>>> = {
  'the card page': async (simulator) => {
    const { orderId, formUrl } = await simulator.register({ clientId: 'a' });
    await plant(simulator, orderId);
    return fetch(formUrl);
  },
  'the card page with what was typed wrong': async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    await plant(simulator, orderId);
    const typed = { pan: payload, expiry: payload, newCardCvc: payload, cardholderName: payload, email: payload };
    return fetch(formUrl, form({ mdOrder: orderId, ...typed, sandboxOutcome: payload }));
  },
  'the card page with an outcome that is none': async (simulator) => {
    const { orderId, formUrl } = await simulator.register();
    const typed = { pan: plainCard.pan, expiry: '12/34', newCardCvc: '123', cardholderName: 'AIDA', email: payload };
    return fetch(formUrl, form({ mdOrder: orderId, ...typed, sandboxOutcome: payload }));
  },
  'the way to the issuer': async (simulator) => {
    const { orderId } = await atIssuer(simulator);
    return fetch(`${simulator.url}/payment/acsRedirect.do?orderId=${orderId}`);
  },
  "the issuer's page": async (simulator) => {
    const { answer } = await atIssuer(simulator);
    const fields = { creq: answer['packedCReq'] ?? '', PaReq: answer['paReq'] ?? '', MD: payload, TermUrl: payload };
    return fetch(`${simulator.url}/acs/challenge`, form(fields));
  },
  'the way back from the issuer': async (simulator) => {
    const { orderId } = await atIssuer(simulator);
    const order = await simulator.store.orders.find(orderId);
    const threeDSServerTransID = order?.attempts.at(-1)?.threeDs?.serverTransId ?? '';
    const fields = { acsTransID: orderId, threeDSServerTransID, action: 'pass', TermUrl: payload };
    return fetch(`${simulator.url}/acs/answer`, form(fields));
  },
  'the frame of 3-D Secure 2': ({ url }) => fetch(`${url}/acs/3ds-method`, form({ threeDSMethodData: payload })),
  'the result page': async (simulator) => {
    const { orderId } = await simulator.register();
    await payForm(simulator, orderId, plainCard);
    await plant(simulator, orderId);
    return fetch(`${simulator.url}/payment/merchants/finish.html?orderId=${orderId}`);
  },
  'the page about an unknown order': ({ url }) =>
    fetch(`${url}/payment/merchants/payment_en.html?mdOrder=${encodeURIComponent(payload)}&language=${payload}`),
  'the error page': ({ url }) => fetch(`${url}/payment/merchants/errors_en.html?error=${encodeURIComponent(payload)}`),
};

/** What every page of ours says to the browser. */
const holdHeaders = (t: ExecutionContext, { headers }: Response): void => {
  const policy = headers.get('content-security-policy') ?? '';
  t.regex(policy, /default-src 'none'/);
  t.notRegex(policy, /unsafe|data:(?!;|$)[^;]*script|script-src[^;]*\*/);
  t.regex(policy, /base-uri 'none'/);
  t.regex(policy, /frame-ancestors '(?:self|none)'/);
  t.is(headers.get('cache-control'), 'no-store');
  t.regex(headers.get('referrer-policy') ?? '', /^(?:no-referrer|same-origin)$/);
  t.is(headers.get('x-content-type-options'), 'nosniff');
};

for (const [title, open] of Object.entries(pages))
  test(`${title} shows texts of others as texts, and lets the browser run and keep nothing`, async (t) => {
    const simulator = await simulatorFor(t, {
      merchants: [{ login: 'test_user', password: 'test_user_password', name: payload }],
    });

    const page = await open(simulator);
    const html = await page.text();

    t.regex(page.headers.get('content-type') ?? '', /^text\/html; charset=utf-8$/);
    holdHeaders(t, page);
    t.false(/<img|onerror=alert\(1\)>|<script>|javascript:/.test(html), html);
    t.false(/ on\w+=|style=/.test(html.replaceAll(asText, '')), 'no handler and no style stands in a page');
  });

test('every page of the demo shop says the same to the browser', async (t) => {
  const { restUrl } = await simulatorFor(t);
  const { userName = '', password = '' } = login;
  const shop = await startShop({ ...gatewayLook, gatewayUrl: restUrl, userName, password, port: 0, host: '127.0.0.1' });
  t.teardown(shop.stop);
  for (const path of ['/', '/orders', `/orders/${encodeURIComponent(payload)}`, `/${encodeURIComponent(payload)}`]) {
    const page = await fetch(shop.url + path);

    holdHeaders(t, page);
    t.false((await page.text()).includes('<img src=x'), path);
  }
});

/** The gateway's page after the issuer's of 3-D Secure 1, where the address of it came with the browser. */
const wayBackOf = async (t: ExecutionContext, TermUrl: string) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, challengeCard);
  const order = await simulator.store.orders.find(orderId);
  const threeDSServerTransID = order?.attempts.at(-1)?.threeDs?.serverTransId ?? '';
  const fields = { acsTransID: orderId, threeDSServerTransID, action: 'pass', TermUrl };
  const html = await (await fetch(`${simulator.url}/acs/answer`, form(fields))).text();
  return { action: /action="([^"]*)"/.exec(html)?.[1], simulator };
};

for (const TermUrl of [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,a',
  '//evil.example/',
  'relative',
])
  test(`the issuer sends nobody to ${TermUrl}: the gateway's own address takes its place`, async (t) => {
    const { action, simulator } = await wayBackOf(t, TermUrl);

    t.is(action, `${simulator.url}/payment/rest/finish3ds.do?lang=en`);
  });

test('the issuer of 3-D Secure 1 sends the payer to the page of the shop that asked for it', async (t) => {
  t.is((await wayBackOf(t, 'https://shop.example/term')).action, 'https://shop.example/term');
});

test('a browser goes only to the addresses of its own order, whatever a request asks for', async (t) => {
  const simulator = await simulatorFor(t);
  const evil = 'https://evil.example/';
  const { orderId, formUrl } = await simulator.register();
  const wanted = { returnUrl: evil, failUrl: evil, backUrl: evil, redirect: evil, url: evil, finishUrl: evil };
  const { action, fields } = await passIssuer(await payForm(simulator, orderId, challengeCard, wanted));
  const sent = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  const back = await fetch(action, form({ ...sent, ...wanted, mdOrder: orderId }));
  const again = await fetch(`${formUrl}&${new URLSearchParams(wanted)}`, { redirect: 'manual' });
  const posted = await fetch(formUrl, form({ mdOrder: orderId, ...cardFields(plainCard), ...wanted }));

  const home = `https://shop.example/return?orderId=${orderId}&lang=en`;
  t.deepEqual(
    [back, again, posted].map(({ headers }) => headers.get('location')),
    [home, home, home],
  );
});
