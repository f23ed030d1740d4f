import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { pages } from '../../../simulator/dashboard/pages.ts';
import type { Callback } from '../../../simulator/domain/callback.ts';
import type { Order } from '../../../simulator/domain/orders/order.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { unescaped as unquoted, visitorOf } from '../../helpers/dashboard/visitor.ts';
import { payments, spellings, unknownCard } from '../../helpers/payments/card-acts.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { folderWith } from '../../helpers/process/folder-with.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

/** What would run, close its element, be filled in, turn the text around, or be no number any more. */
const texts = [
  '<script>planted()</script>',
  `"><img src=x onerror=planted()>`,
  `" onfocus="planted()" autofocus x='`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is planted
  '{{planted}} <%= planted() %> ${planted()} {name} {amount}',
  '</textarea></title></code></svg><svg/onload=planted()>',
  'javascript:planted()',
  '\u202Edetnalp\u2066\u200F',
  '9'.repeat(60),
] as const;

const payload = texts.join(' ');

/** As it must stand in no page: a tag, an attribute or an address that was made of a text, a template that was not filled. */
const unescaped =
  /<(?:script>|img\b|svg\/)|<\/textarea><\/title>|"\s*onfocus="|(?:href|src|action)="\s*javascript:|<%|NaN|\[object /i;

const { pan, cvc } = unknownCard;

/** Of the machine: other tests may share its processor. */
const patienceMs = 240_000;

/** Secrets of the merchants and of the gateway; each stands for nothing else. */
const secrets = {
  password: 'login-secret',
  'Open Id token': 'open-id-secret',
  'callback token': 'callback-key-secret',
  'header of callbacks': 'header-secret',
  'password in the callback address': 'address-secret',
  'password of another merchant': 'other-password-secret',
  'token of the control API': 'control-token-secret',
  'password of a wrong login': 'guessed-secret',
} as const;

/** A control API that wants a token, a shop that refuses callbacks, and a folder of scenarios with a wrong file. */
const gatewayFor = async (t: ExecutionContext) => {
  const shop = await receiverFor(t, 500);
  const quoted = JSON.stringify(payload);
  const scenarios = await folderWith(t, {
    'evil.yaml': `about: ${quoted}\nshop: ${quoted}\nwhen: { description: ${quoted} }\nattempts: [{ decline: insufficient-funds }, { challenge: passed }]\n`,
  });
  const simulator = await simulatorFor(t, {
    journalSize: 2000,
    // The files that cannot be read are logged as errors.
    logLevel: 'silent',
    controlToken: secrets['token of the control API'],
    scenarios,
    watchesScenarios: true,
    merchants: [
      {
        login: 'test_user',
        password: secrets.password,
        token: secrets['Open Id token'],
        name: payload.slice(0, 200),
        callbacks: {
          url: `${shop.url.replace('://', `://shop:${secrets['password in the callback address']}@`)}?x=${encodeURIComponent(payload)}`,
          method: 'POST',
          token: secrets['callback token'],
          headers: { Authorization: `Bearer ${secrets['header of callbacks']}`, 'X-Text': `"><img src=x>` },
          parameters: ['amount', 'cardholderName', 'maskedPan'],
        },
      },
      { login: '"><img src=x>', password: secrets['password of another merchant'], name: texts[0] },
    ],
  });
  await simulator.readScenarios();
  return { simulator: withLogin(simulator), scenarios };
};

/** The same with the password of this test in every call. */
const withLogin = (simulator: TestSimulator): TestSimulator => {
  const own = { userName: 'test_user', password: secrets.password };
  const call: TestSimulator['call'] = (endpoint, fields = {}) => simulator.callBare(endpoint, { ...own, ...fields });
  return {
    ...simulator,
    call,
    json: (endpoint, fields = {}) => simulator.json(endpoint, { ...own, ...fields }),
    register: async (fields = {}) =>
      (await call('register.do', { amount: '1500000', returnUrl, ...fields })) as { orderId: string; formUrl: string },
    status: (orderId) => call('getOrderStatusExtended.do', { orderId }),
  };
};

/** Files that cannot be read: the page of scenarios tells what is wrong in which. */
const breakScenarios = async (folder: string): Promise<void> => {
  const quoted = JSON.stringify(payload);
  await writeFile(join(folder, 'wrong.yaml'), `about: ${quoted}\n${quoted}: 1\n`);
  await writeFile(join(folder, `${texts[1]}.yaml`), 'about: x\n');
};

/** Names and codes by which the gateway itself goes, and ids; every other text is somebody's. */
const ownTexts = new Set([
  ...['id', 'merchant', 'status', 'currency', 'language', 'bank', 'route', 'stage', 'transStatus', 'failure', 'brand'],
  ...['serverTransId', 'kind', 'what', 'outcome', 'decider', 'act', 'on', 'state', 'method', 'subject', 'bindingId'],
  ...['scenario', 'part', 'since', 'operation', 'maskedPan', 'expiry', 'result', 'checksum', 'rawRefund', 'card'],
]);

/** The same with planted texts in place of all texts that a shop, a payer or a scenario wrote. */
const planted = <Value>(value: Value, name = ''): Value => {
  if (typeof value === 'string') return (ownTexts.has(name) || /^[\w-]{36}$/.test(value) ? value : payload) as Value;
  if (Array.isArray(value)) return value.map((one) => planted(one, name)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, planted(one, key)])) as Value;
};

const filled: Partial<Order> = {
  description: payload,
  failUrl: payload,
  dynamicCallbackUrl: payload,
  clientId: payload,
  cardholderName: payload,
  email: payload,
  phone: payload,
  postAddress: payload,
  pageView: payload,
  payerIp: payload,
  params: { [payload]: payload, backToShopName: payload, backToShopUrl: 'javascript:planted()' },
  orderBundle: { cartItems: { items: [{ name: payload, [payload]: payload }] }, customerDetails: { email: payload } },
  mcc: payload,
  mvv: payload,
  paymentFacilitator: { [payload]: payload },
  tii: payload,
};

/** Plants texts in an order and in its callbacks, past all checks. */
const plant = async ({ store }: TestSimulator, orderId: string): Promise<void> => {
  const order = await store.orders.find(orderId);
  if (!order) throw new Error('no order');
  const next = { ...planted(order), ...filled, version: order.version + 1 };
  await store.orders.replace(next);
  for (const callback of await store.callbacks.ofMerchant('test_user')) {
    const fields: Callback['fields'] = callback.fields.map(([name, value]) =>
      ['orderNumber', 'description', 'cardholderName', 'email', 'clientId'].includes(name)
        ? [name, payload]
        : [name, value],
    );
    await store.callbacks.save({ ...callback, fields: [...fields, [payload, payload]] });
  }
};

const returnUrl = 'https://shop.example/return';

const cart = (text: string): string =>
  JSON.stringify({
    cartItems: { items: [{ positionId: '1', name: text, itemCode: text, quantity: { value: 1, measure: text } }] },
  });

/** Calls of a shop, and forms of payers, with this text wherever one fits; most are refused, and stand in the journal. */
const sayEverywhere = async (simulator: TestSimulator, text: string): Promise<void> => {
  const { call, callBare, json, url, controlUrl } = simulator;
  const order: Fields = { amount: '100', returnUrl };
  const fields: readonly Fields[] = [
    { description: text },
    { orderNumber: text.slice(0, 36) },
    { amount: text },
    { returnUrl: text },
    { returnUrl: `https://shop.example/?${encodeURIComponent(text)}=${encodeURIComponent(text)}`, failUrl: text },
    { jsonParams: JSON.stringify({ [text]: text }) },
    { jsonParams: JSON.stringify({ scenario: text }) },
    { email: text },
    { email: `${text}@shop.example`, phone: text, postAddress: text },
    { clientId: text },
    { orderBundle: cart(text) },
    { dynamicCallbackUrl: text, pageView: text, features: text, language: text },
    { [text]: text, [`x ${text}`]: '1' },
  ];
  for (const one of fields) await call('register.do', { ...order, ...one });
  await callBare('register.do', { userName: text, password: secrets['password of a wrong login'], ...order });
  await call('getOrderStatusExtended.do', { orderId: text, orderNumber: text });
  await json('templates/create.do', { template: { name: text, description: text, amount: 100, [text]: text } });
  await json('/recurrent/v1/task/create', { task: { [text]: text } });
  const { orderId } = await simulator.register({ clientId: 'aida' });
  await payForm(simulator, orderId, challengeCard, { TEXT: text, cardholder: text, email: text, phone: text });
  await fetch(
    `${url}/payment/${encodeURIComponent(text)}/register.do?${encodeURIComponent(text)}=${encodeURIComponent(text)}`,
  );
  const inbox = `${url}/sandbox/inbox/test_user`;
  await fetch(`${inbox}?${encodeURIComponent(text)}=${encodeURIComponent(text)}`);
  for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded'])
    await fetch(inbox, {
      method: 'POST',
      headers: { 'content-type': type },
      body: `operation=${text}&orderNumber=${text}`,
    });
  await fetch(`${controlUrl}/merchants/${encodeURIComponent(text)}`);
};

/** Everything happens to one merchant: orders with every end, calls that were refused, callbacks that fail. */
const liveThrough = async (simulator: TestSimulator): Promise<string> => {
  await simulator.setScenario('test_user', {
    about: payload,
    attempts: [{ decline: 'insufficient-funds' }, { challenge: 'passed' }],
  });
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'planted', clientId: 'aida' });
  await pay(formUrl);
  await pay(formUrl);
  await simulator.settled();
  await simulator.status(orderId);
  await simulator.call('refund.do', { orderId, amount: '100' });
  await simulator.call('refund.do', { orderId, amount: '999999999', [texts[0]]: texts[1] });
  await simulator.settled();
  await plant(simulator, orderId);
  for (const act of payments) await act(simulator);
  await simulator.call('register.do', { amount: '100', returnUrl, cvc, pan, cardNumber: pan, securityCode: cvc });
  const inGroups = pan.replace(/\d{4}(?=\d)/g, '$& ');
  for (const text of [...texts, pan, inGroups, `card ${pan}, cvc ${cvc}`, payload])
    await sayEverywhere(simulator, text);
  await simulator.settled();
  return orderId;
};

interface Answer {
  readonly path: string;
  readonly type: string;
  readonly text: string;
  readonly headers: Headers;
  readonly status: number;
}

/** So many addresses are read that differ in the values of their query or in the id of an order only; details are a call, a callback, an order. */
interface Most {
  readonly ofShape: number;
  readonly ofDetails: number;
}

const isOfDetails = (shape: string): boolean => /^\/(?:orders\/\{id\}\?|calls\?call|callbacks\?callback)$/.test(shape);

const shapeOf = ({ pathname, searchParams }: URL): string =>
  `${pathname.replace(/[\w-]{36}/, '{id}')}?${[...new Set(searchParams.keys())].sort()}`;

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, link = '']) => unquoted(link));

const answerOf = async ({ send }: ReturnType<typeof visitorOf>, address: string): Promise<Answer> => {
  const answer = await send(address);
  const { headers, status } = answer;
  const path = address.replace(/^\w+:\/\/[^/]+/, '');
  return { path, type: headers.get('content-type') ?? '', text: await answer.text(), headers, status };
};

/** Every page that can be reached from these by links, with its bytes. Card pages are not gone to: they are no part of the dashboard. */
const crawl = async (
  visitor: ReturnType<typeof visitorOf>,
  origin: string,
  seeds: readonly string[],
  { ofShape: most, ofDetails: mostDetails }: Most,
): Promise<readonly Answer[]> => {
  const seen = new Set<string>();
  const ofShape = new Map<string, number>();
  const answers: Answer[] = [];
  const waiting: string[] = [];
  const add = (link: string, from: string): void => {
    if (!URL.canParse(link, from)) return;
    const url = new URL(link, from);
    url.hash = '';
    url.searchParams.delete('lang');
    if (url.origin !== origin || /^\/payment\//.test(url.pathname) || seen.has(url.href)) return;
    const shape = shapeOf(url);
    const count = ofShape.get(shape) ?? 0;
    if (count >= (isOfDetails(shape) ? mostDetails : most)) return;
    ofShape.set(shape, count + 1);
    seen.add(url.href);
    waiting.push(url.href);
  };
  for (const seed of seeds) add(seed, origin);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const answer = await answerOf(visitor, next);
    answers.push(answer);
    const to = answer.headers.get('location');
    if (to) add(to, next);
    if (answer.type.startsWith('text/html')) for (const link of linksIn(answer.text)) add(link, next);
  }
  return answers;
};

/** The addresses of these pages with a text in each field that their links and forms have. */
const queriesWith = (answers: readonly Answer[], text: string): readonly string[] => {
  const names = new Map<string, Set<string>>();
  const note = (path: string, found: Iterable<string>): void => {
    const known = names.get(path) ?? new Set();
    names.set(path, known);
    for (const name of found) known.add(name);
  };
  for (const answer of answers) {
    const { pathname, searchParams } = new URL(answer.path, 'http://localhost');
    const isPage = pages.some(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/, '[^/]+')}$`).test(pathname));
    if (!isPage || answer.status !== 200) continue;
    note(pathname, searchParams.keys());
    for (const [form] of answer.text.matchAll(/<form\b(?![^>]*method="post")[\s\S]*?<\/form>/g))
      note(
        unquoted(/action="([^"#]*)/.exec(form)?.[1] ?? pathname),
        [...form.matchAll(/ name="([^"]*)"/g)].map(([, name = '']) => name),
      );
  }
  const said = encodeURIComponent(text);
  return [...names].flatMap(([path, found]) => [...found].map((name) => `${path}?${name}=${said}`));
};

const around = (text: string, at: number): string => text.slice(Math.max(0, at - 120), at + 80);

/** What must not stand in an answer, each with what is around it. */
const foundIn = ({ path, type, text }: Answer, more: Readonly<Record<string, string>>): readonly string[] => {
  const found: string[] = [];
  const tell = (what: string, at: number): unknown => found.push(`${path}: ${what}: ${around(text, at)}`);
  const evil = type.startsWith('text/html') ? unescaped.exec(text) : null;
  if (evil) tell('not escaped', evil.index);
  for (const spelling of spellings(pan)) if (text.includes(spelling)) tell('card number', text.indexOf(spelling));
  const code = new RegExp(`(?:cvc|cvv|securitycode)[^\\n]{0,40}\\b${cvc}\\b`, 'i').exec(text);
  if (code) tell('security code', code.index);
  for (const [what, secret] of Object.entries({ ...secrets, ...more }))
    if (text.includes(secret)) tell(what, text.indexOf(secret));
  return found;
};

const wrongHeaders = ({ path, headers }: Answer): readonly string[] => {
  const policy = headers.get('content-security-policy') ?? '';
  const isStrict = /default-src 'none'.*frame-ancestors 'none'/.test(policy) && !/unsafe|\*|https?:/.test(policy);
  return [
    ...(isStrict ? [] : [`${path}: policy ${policy}`]),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : [`${path}: sniffed`]),
    ...(headers.get('x-frame-options') === 'DENY' ? [] : [`${path}: framed`]),
  ];
};

test('no page in any language shows a planted text as more than text, a card number, or a secret', async (t) => {
  t.timeout(patienceMs, 'hundreds of pages are read');
  const { simulator, scenarios } = await gatewayFor(t);
  const orderId = await liveThrough(simulator);
  await breakScenarios(scenarios);
  const origin = new URL(simulator.url).origin;
  const seeds = pages.map(({ path }) => path.replace('{orderId}', orderId));

  for (const language of ['en', 'ru', 'kk']) {
    const visitor = visitorOf(simulator.url, { language });
    await visitor.submit('/', 'sign-in', { token: secrets['token of the control API'] });
    await eventually(
      t,
      async () => (await visitor.open('/scenarios')).text,
      (text) => text.includes('wrong.yaml'),
    );
    const session = { session: visitor.cookies.get('tillbox-session') ?? '' };
    t.not(session.session, '');
    const most = language === 'en' ? { ofShape: 2, ofDetails: 50 } : { ofShape: 1, ofDetails: 3 };
    const answers = [...(await crawl(visitor, origin, [...seeds, `/orders/${orderId}?open=all`], most))];
    for (const path of language === 'en' ? queriesWith(answers, payload) : [])
      answers.push(await answerOf(visitor, origin + path));

    const shown = answers.filter(({ text }) => text.includes('&lt;script&gt;planted()')).map(({ path }) => path);
    for (const path of ['/', '/transactions', '/calls', '/callbacks', '/scenarios', '/merchants', `/orders/${orderId}`])
      t.true(shown.includes(path), `${path} shows what was planted`);
    t.deepEqual(
      answers.flatMap((answer) => foundIn(answer, session)),
      [],
    );
    t.deepEqual(answers.filter(({ path }) => !/^\/(?:sandbox|dashboard)\//.test(path)).flatMap(wrongHeaders), []);
    t.deepEqual(
      answers.filter(({ status }) => status >= 500).map(({ path }) => path),
      [],
    );
  }
});
