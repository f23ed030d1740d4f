import test from 'ava';
import { asReads, clientReads, saidReads } from '../../../contracts/record/client-reads.ts';
import { readOptions } from '../../../contracts/record/options.ts';

const rest = (...names: readonly string[]) => names.map((name) => `/payment/rest/${name}`);

test('the notes of several processes together are the fields of each call', (t) => {
  const notes = [
    'register.do',
    'register.do .orderId',
    'getOrderStatusExtended.do',
    'register.do',
    'getOrderStatusExtended.do .paymentAmountInfo',
    'getOrderStatusExtended.do .paymentAmountInfo.paymentState',
    'getOrderStatusExtended.do .refunds',
    'register.do .orderId',
    'refund.do',
    '',
  ].join('\n');
  const calls = clientReads(notes, rest('register.do', 'register.do', 'getOrderStatusExtended.do', 'refund.do'));

  t.deepEqual(asReads(calls), [
    'getOrderStatusExtended.do:.paymentAmountInfo.paymentState;.refunds',
    'refund.do:',
    'register.do:.orderId',
  ]);
  t.is(
    saidReads(calls),
    'The client of tillbox tells what was read, 3 fields: getOrderStatusExtended.do paymentAmountInfo.paymentState, refunds; refund.do -; register.do orderId.\n',
  );
});

test('a call that was also made without the client keeps all of its fields', (t) => {
  const notes = 'register.do\nregister.do .orderId\n../recurrentPayment.do\n../recurrentPayment.do .data.orderId\n';

  t.deepEqual(asReads(clientReads(notes, [...rest('register.do', 'register.do'), '/payment/recurrentPayment.do'])), [
    'recurrentPayment.do:.data.orderId',
  ]);
});

test('--reads all takes every field, and --reads those that are named', async (t) => {
  const readsOf = async (reads: string) => (await readOptions(['npm', 'test'], { output: 'a.json', reads }, {})).reads;

  t.is(await readsOf('all'), 'all');
  t.deepEqual(await readsOf('orderId,register.do:.orderId;.formUrl'), ['orderId', 'register.do:.orderId;.formUrl']);
  t.is((await readOptions(['npm', 'test'], { output: 'a.json' }, {})).reads, undefined);
});
