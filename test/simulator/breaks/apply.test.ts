import test from 'ava';
import { breaks } from '../../../simulator/breaks/all.ts';
import { breakReaction, breakReply, breakRequest, callAt } from '../../../simulator/breaks/apply.ts';
import { type Break, breaksSince, type Change, type Reply } from '../../../simulator/breaks/break.ts';
import { at, each, put, rename, replace, when, without } from '../../../simulator/breaks/edit.ts';

const replyOf = (body: unknown): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

const jsonOf = ({ body }: Reply): unknown => JSON.parse(body.toString());

const breakNamed = (id: string): Break => {
  const row = breaks.find((one) => one.id === id);
  if (!row) throw new Error(`no break ${id}`);
  return row;
};

const facts = { calls: ['rest/register.do'], does: 'differs', harm: 'It differs.' };
const aBreak = (change: Change): Break => {
  const [row] = breaksSince('0.1.0', { 'zz-01': { ...facts, ...change } });
  if (!row) throw new Error('no break');
  return row;
};

const order = { amount: 1500, refunds: [{ amount: 500 }, { amount: 300 }], card: { pan: '444455**3333' } };

const edits = {
  'a value': [at('amount', (amount) => amount / 100), { ...order, amount: 15 }],
  'a value of each item of a list': [
    at('refunds.*.amount', String),
    { ...order, refunds: [{ amount: '500' }, { amount: '300' }] },
  ],
  'several values': [at(['amount', 'card.pan'], () => null), { ...order, amount: null, card: { pan: null } }],
  'no value that is not there': [at(['fee', 'fee.amount', 'amount.fee'], () => 1), order],
  'fields that are left out': [without('amount', 'card.pan'), { refunds: order.refunds, card: {} }],
  'a field that is set': [put('card.scheme', 'VISA'), { ...order, card: { ...order.card, scheme: 'VISA' } }],
  'no field of an owner that is not there': [put('payer.name', 'Aida'), order],
  'the name of a field': [rename('card.pan', 'number'), { ...order, card: { number: '444455**3333' } }],
  'nothing unless a condition holds': [when(({ amount }) => amount > 2000, put('amount', 0)), order],
  'one field after the other': [
    each(
      put('fee', 5),
      at('fee', (fee) => fee + 1),
    ),
    { ...order, fee: 6 },
  ],
  'the whole document': [replace(({ amount }) => ({ data: { amount } })), { data: { amount: 1500 } }],
} as const;

for (const [what, [answer, expected]] of Object.entries(edits))
  test(`a break changes ${what}`, (t) => {
    t.deepEqual(jsonOf(breakReply(aBreak({ answer }), replyOf(order))), expected);
  });

test('a break leaves the given answer as it is', (t) => {
  const reply = replyOf(order);
  const broken = breakReply(aBreak({ answer: without('amount') }), reply);

  t.not(broken, reply);
  t.deepEqual(jsonOf(reply), order);
});

test('an answer that a break does not change stays the same object, and so does a page', (t) => {
  const row = aBreak({ answer: without('fee') });
  const answers = [replyOf(order), replyOf('<!doctype html>')];

  for (const reply of answers) t.is(breakReply(row, reply), reply);
});

test('a break changes headers, bytes and the end of the connection', (t) => {
  const reply = replyOf({ errorCode: '0', words: 'Успешно' });

  t.deepEqual(breakReply(breakNamed('ht-03'), reply).headers, {});
  t.is(breakReply(breakNamed('ht-13'), reply).reset, 'at once');
  t.is(breakReply(breakNamed('ht-11'), reply).reset, 'half way');
  t.true(breakReply(breakNamed('js-02'), reply).body.includes(Buffer.from([0xd3, 0xf1, 0xef, 0xe5, 0xf8, 0xed, 0xee])));
  t.is(breakReply(breakNamed('js-01'), reply).body[0], 0xef);
});

const memory = () => ({ password: 'right', kept: new Map<string, string>() });
const form = 'application/x-www-form-urlencoded';

test('a request is read without a parameter, from a form, a query and JSON', (t) => {
  const row = breakNamed('bm-06');
  const ask = (given: object) => {
    const request = {
      method: 'POST',
      url: '/payment/rest/refund.do',
      contentType: form,
      body: Buffer.from(''),
      ...given,
    };
    const { url, body } = breakRequest(row, request, memory()) as typeof request;
    return [url, body.toString()];
  };
  const url = '/payment/rest/refund.do';

  t.deepEqual(ask({ body: Buffer.from('orderId=1&amount=5') }), [url, 'orderId=1']);
  t.deepEqual(ask({ contentType: '', url: `${url}?orderId=1&amount=5` }), [`${url}?orderId=1`, '']);
  t.deepEqual(ask({ contentType: 'application/json', body: Buffer.from('{"orderId":"1","amount":5}') }), [
    url,
    '{"orderId":"1"}',
  ]);
});

test('a call is confirmed and does not reach the gateway', (t) => {
  const request = { method: 'POST', url: '/payment/rest/deposit.do', contentType: form, body: Buffer.from('amount=5') };
  const answer = breakRequest(breakNamed('bm-02'), request, memory()) as Reply;

  t.is(answer.status, 200);
  t.deepEqual(jsonOf(answer), { errorCode: '0', errorMessage: 'Success' });
});

test('a gateway that does not look at passwords knows the right one', (t) => {
  const request = { method: 'POST', url: '/', contentType: form, body: Buffer.from('userName=shop&password=wrong') };
  const asked = breakRequest(breakNamed('ac-02'), request, memory()) as typeof request;

  t.is(asked.body.toString(), 'userName=shop&password=right');
});

test('an answer may depend on what was remembered of earlier requests', (t) => {
  const row = aBreak({
    reaction: (body: typeof order, request: { url: string }, { kept }: { kept: Map<string, string> }) => {
      const first = kept.get(request.url);
      kept.set(request.url, first ?? JSON.stringify(body));
      return first === undefined ? undefined : JSON.parse(first);
    },
  });
  const request = { method: 'GET', url: '/status?orderId=1', contentType: '', body: Buffer.from('') };
  const remembered = memory();
  const answers = [1500, 500].map((amount) => breakReaction(row, replyOf({ amount }), request, remembered));

  t.deepEqual(answers.map(jsonOf), [{ amount: 1500 }, { amount: 1500 }]);
});

test('the call of an address is named as it is documented', (t) => {
  t.is(callAt('/payment/rest/register.do?amount=1', '/payment'), 'rest/register.do');
  t.is(callAt('/epg/rest/register.do', '/epg'), 'rest/register.do');
  t.is(callAt('/recurrent/v1/task/get', '/payment'), '/recurrent/v1/task/get');
});
