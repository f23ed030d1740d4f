import test from 'ava';
import {
  checkCallback,
  checkJwtCallback,
  makeSeToken,
  makeWalletToken,
  Payer,
  SandboxClient,
  startCallbackReceiver,
  WrongUse,
} from '../../../client/index.ts';
import { paymentPage } from '../customer/stub-pages.ts';

type Act = (input: never) => unknown;

const formUrl = 'http://127.0.0.1:1/payment/merchants/shop/payment_en.html?mdOrder=order-1';
const pan = '4111111111111111';
const noFetch = (): never => {
  throw new Error('nothing may be sent');
};

const payer: Act = (input) => new Payer(input);
const pay: Act = (input) => new Payer({ fetch: noFetch }).pay(formUrl, input);
const receiver: Act = (input) => startCallbackReceiver(input).then(({ stop }) => stop());
const check: Act = (input) => checkCallback('mdOrder=1&checksum=AA', input);
const checkJwt: Act = (input) => checkJwtCallback('a.b.c', input);
const seToken: Act = (input) => makeSeToken(input);
const walletToken: Act = (input) => makeWalletToken(input);
const client: Act = (input) => new SandboxClient(input);

const sandbox = new SandboxClient({ url: 'http://127.0.0.1:1', fetch: noFetch });
const token = { wallet: 'apple', amountMinor: 1 };
const merchant = { login: 'shop', password: 'p', restUrl: 'http://127.0.0.1:1/payment/rest/' } as never;

/** Inputs that are wrong, and what is said of them. */
const wrong: readonly (readonly [act: Act, input: unknown, complaint: RegExp])[] = [
  [payer, null, /^Payer: expected an object of options, got null$/],
  [payer, { leavePage: true }, /^Payer: leavePage: unknown option; did you mean leavesPage\?$/],
  [payer, { submitTwice: true }, /did you mean submitsTwice\?$/],
  [payer, { closeWindow: true }, /did you mean closesWindow\?$/],
  [payer, { payAgain: true }, /did you mean paysAgain\?$/],
  [payer, { visitShop: true }, /did you mean visitsShop\?$/],
  [payer, { saveCard: true }, /did you mean savesCard\?$/],
  [payer, { reload: 'every' }, /did you mean reloads\?$/],
  [payer, { opensafter: '2m' }, /did you mean opensAfter\?$/],
  [payer, { beforeAnswer: noFetch }, /^Payer: beforeAnswer: unknown option; known are /],
  [payer, { cancels: true }, /^Payer: cancels: unknown option/],
  [payer, { pan }, /^Payer: pan: unknown option/],
  [payer, { leavesPage: 'yes' }, /^Payer: leavesPage: expected true or false, got "yes"$/],
  [payer, { leavesPage: 1 }, /leavesPage: expected true or false, got 1$/],
  [payer, { atAcs: 'answers' }, /^Payer: atAcs: expected answer, pass, .*, got "answers"; did you mean answer\?$/],
  [payer, { atAcs: 'cancels' }, /did you mean cancel\?$/],
  [payer, { reloads: true }, /reloads: expected broken or every, got true$/],
  [payer, { tries: -1 }, /tries: expected a whole number from 0/],
  [payer, { tries: '2' }, /tries: .*, got "2"$/],
  [payer, { tries: 1.5 }, /tries: .*, got 1.5$/],
  [payer, { otp: 123_456 }, /otp: expected a text, got a number$/],
  [
    payer,
    { answersAfter: '20' },
    /answersAfter: expected a time such as 30s, 2m or 1h, at most a day, got "20"; did you mean 20s\?$/,
  ],
  [payer, { answersAfter: '20 m' }, /answersAfter: /],
  [payer, { opensAfter: '2d' }, /opensAfter: .*, got "2d"$/],
  [payer, { opensAfter: -5 }, /opensAfter: .*, got -5$/],
  [payer, { card: 4_111_111_111_111_111 }, /^Payer: card: expected a text, or an object of card fields, got \*\*\*$/],
  [payer, { card: { number: pan } }, /^Payer: card\.number: unknown card field; known are pan, expiry, cvc, holder$/],
  [payer, { card: { pan, cvv: '123' } }, /^Payer: card\.cvv: .*did you mean cvc\?$/],
  [payer, { cards: pan }, /^Payer: cards: expected a list/],
  [payer, { cards: [pan, { expire: '12/34' }] }, /^Payer: cards\[1\]\.expire: .*did you mean expiry\?$/],
  [payer, { timeoutMs: '30s' }, /timeoutMs: /],
  [payer, { fetch: 'fetch' }, /fetch: expected a function, got "fetch"$/],
  [pay, null, /^pay: expected an object of options, got null$/],
  [pay, { leavePage: true }, /^pay: leavePage: unknown option; did you mean leavesPage\?$/],
  [pay, 'leavesPage', /^pay: expected an object of options, got "leavesPage"$/],
  [receiver, { prot: 1 }, /^startCallbackReceiver: prot: unknown option; did you mean port\?$/],
  [receiver, { port: '3001' }, /^startCallbackReceiver: port: expected a whole number from 0 to 65535/],
  [receiver, { port: 70_000 }, /, got 70000$/],
  [receiver, null, /^startCallbackReceiver: expected an object of options, got null$/],
  [receiver, 3001, /, got 3001$/],
  [check, { tokn: 'key-word' }, /^checkCallback: tokn: unknown option; did you mean token\?$/],
  [check, {}, /^checkCallback: expected either token or certificate$/],
  [check, { token: undefined }, /^checkCallback: expected either token or certificate$/],
  [check, { token: 'key-word', certificate: 'x' }, /^checkCallback: expected either token or certificate$/],
  [check, { token: 5 }, /^checkCallback: token: expected a text, got a number$/],
  [check, 'key-word', /^checkCallback: expected an object of options, got a string$/],
  [check, undefined, /^checkCallback: expected an object of options, got undefined$/],
  [checkJwt, { key: 'key-word' }, /^checkJwtCallback: key: unknown option/],
  [checkJwt, {}, /^checkJwtCallback: token: this option is missing$/],
  [checkJwt, { token: 'key-word', nowMs: new Date() }, /^checkJwtCallback: nowMs: .*, got a Date$/],
  [seToken, { publicKey: 'k', pan, cvv: '1' }, /^makeSeToken: cvv: .*did you mean cvc\?$/],
  [seToken, { pan }, /^makeSeToken: publicKey: this option is missing$/],
  [
    walletToken,
    { ...token, publicKey: 'k', currency: 'KZT' },
    /^makeWalletToken: currency: expected a currency in three digits/,
  ],
  [
    walletToken,
    { ...token, wallet: 'aple', currency: '398' },
    /wallet: expected apple, google or samsung, got "aple"; did you mean apple\?$/,
  ],
  [walletToken, { ...token, currency: '398', amountMinor: 1.5 }, /amountMinor: expected a whole number of minor units/],
  [walletToken, { ...token, currency: '398', isBrokn: true }, /did you mean isBroken\?$/],
  [
    walletToken,
    { ...token, currency: '398', card: { pan, cvc: '1' } },
    /^makeWalletToken: card\.cvc: unknown card field/,
  ],
  [client, {}, /^SandboxClient: url: this option is missing$/],
  [client, 'http://127.0.0.1', /^SandboxClient: expected an object of options, got "http:\/\/127\.0\.0\.1"$/],
  [client, { url: 'http://127.0.0.1', tokens: 'key-word' }, /did you mean token\?$/],
  [client, { url: 'http://127.0.0.1', timeoutMs: '1s' }, /timeoutMs: /],
  [(input) => sandbox.gatewayOf(merchant, input), { language: 1 }, /^gatewayOf: language: /],
  [(input) => sandbox.gatewayOf(merchant, input), { baseUrl: 'x' }, /^gatewayOf: baseUrl: unknown option/],
  [(input) => sandbox.makeMerchant(input), null, /^makeMerchant: expected an object, got null$/],
  [(input) => sandbox.changeMerchant('shop', input), undefined, /^changeMerchant: expected an object, got undefined$/],
  [(input) => sandbox.verify('shop', input), null, /^verify: expected an object, got null$/],
  [(input) => sandbox.getMerchant(input), undefined, /^expected a merchant or its login, got undefined$/],
  [(input) => sandbox.getMerchant(input), '', /^expected a merchant or its login, got ""$/],
  [(input) => sandbox.getMerchant(input), { name: 'shop' }, /^expected a merchant or its login, got an object$/],
  [(input) => sandbox.journal('shop', input), null, /^journal: expected an object, got null$/],
  [
    (input) => sandbox.journal('shop', input),
    { parameter: { nam: 'amount', value: '1' } },
    /^journal: parameter: nam: .*did you mean name\?$/,
  ],
  [
    (input) => sandbox.journalHar('shop', input),
    { parameter: 'amount=1' },
    /^journalHar: parameter: expected an object/,
  ],
  [(input) => sandbox.orders.list('shop', input), null, /^orders\.list: expected an object, got null$/],
  [
    (input) => sandbox.orders.list('shop', input),
    { since: new Date('then') },
    /^orders\.list: since: expected a valid Date/,
  ],
  [
    (input) => sandbox.orders.act('shop', 'o', 'refund', input),
    { amount: 5 },
    /^orders\.act: amount: .*did you mean amountMinor\?$/,
  ],
  [(input) => sandbox.orders.act('shop', 'o', 'refund', input), { amountMinor: 0.5 }, /^orders\.act: amountMinor: /],
  [(input) => sandbox.callbacks.list('shop', input), 'lost', /^callbacks\.list: expected an object, got "lost"$/],
  [(input) => sandbox.state.put('shop', {} as never, input), { id: 'new' }, /^state\.put: id: unknown option/],
  [
    (input) => sandbox.state.put('shop', {} as never, input),
    { ids: 'neu' },
    /^state\.put: ids: expected same or new, got "neu"; did you mean new\?$/,
  ],
  [(input) => sandbox.events('shop', input), { since: 5 }, /^events: since: unknown option/],
  [(input) => sandbox.allEvents(input), { after: '5' }, /^events: after: expected a whole number from 0, got "5"$/],
  [
    (input) => sandbox.makeWalletToken(input),
    { ...token, amount: 5 },
    /^makeWalletToken: amount: .*did you mean amountMinor\?$/,
  ],
  [
    (input) => sandbox.call('GET /merchants', input),
    { querry: {} },
    /^GET \/merchants: querry: .*did you mean query\?$/,
  ],
];
for (const [index, [act, input, complaint]] of wrong.entries()) {
  test(`refuses input ${index + 1}: ${complaint.source.slice(0, 100)}`, async (t) => {
    const error = await t.throwsAsync(async () => act(input as never), { instanceOf: WrongUse });

    t.regex(error?.message ?? '', complaint);
    t.false(error?.message.includes('key-word') || error?.message.includes(pan), error?.message);
  });
}

test('habits that are undefined leave those of the payer', async (t) => {
  const asked: string[] = [];
  const fetchPage: typeof fetch = async (url) => {
    asked.push(String(url));
    return new Response(paymentPage());
  };

  const options = { fetch: undefined, leavesPage: undefined, timeoutMs: undefined } as unknown as object;
  const { end } = await new Payer({ leavesPage: true, fetch: fetchPage }).pay(formUrl, options);

  t.is(end, 'page');
  t.is(asked[0], formUrl);
});
