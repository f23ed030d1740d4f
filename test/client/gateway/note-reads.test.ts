import { readFileSync } from 'node:fs';
import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { getBindings } from '../../../client/gateway/endpoints/bindings/get-bindings.ts';
import { register } from '../../../client/gateway/endpoints/orders/register.ts';
import { getOrderStatusExtended } from '../../../client/gateway/endpoints/status/get-order-status-extended.ts';
import { readNotes } from '../../../client/gateway/note-reads.ts';
import { objectOf, type RawAnswer } from '../../../client/gateway/read-answer.ts';
import { readCharge } from '../../../client/gateway/stored-card-charge.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

/** What a shop gets of an answer, and the fields that are noted since. */
const watched = <Answer>(t: ExecutionContext, raw: RawAnswer, read: (raw: RawAnswer) => Answer | undefined) => {
  const file = path.join(temporaryFolder(t), 'reads');
  const answer = readNotes(file)?.readWith('call.do', raw, read);
  t.assert(answer);
  const noted = () =>
    readFileSync(file, { encoding: 'utf8', flag: 'a+' })
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace('call.do ', ''));
  return { answer: answer as Answer, noted };
};

const status = {
  errorCode: '0',
  orderStatus: '2',
  amount: 500,
  actionCode: 0,
  paymentAmountInfo: { paymentState: 'DEPOSITED', refundedAmount: 0 },
  refunds: [{ amount: 100, date: 'x' }],
};

test('without the variable of tillbox record, nothing is noted', (t) => {
  t.is(readNotes(), undefined);
});

test('the fields that a shop reads are noted, and those that the client cannot do without', (t) => {
  const { answer, noted } = watched(t, status, getOrderStatusExtended.read);
  t.deepEqual(noted(), ['.orderStatus']);

  t.is(answer.orderStatus, 2);
  t.is(answer.paymentAmountInfo?.paymentState, 'DEPOSITED');
  t.deepEqual(
    answer.refunds?.map(({ amount }) => amount),
    [100],
  );
  t.true('actionCode' in answer);

  t.deepEqual(noted(), [
    '.orderStatus',
    '.paymentAmountInfo',
    '.paymentAmountInfo.paymentState',
    '.refunds',
    '.refunds.amount',
    '.actionCode',
  ]);
});

test('a shop that copies or compares a whole answer reads all of it', (t) => {
  const { answer, noted } = watched(t, status, getOrderStatusExtended.read);

  t.deepEqual({ ...answer.paymentAmountInfo }, status.paymentAmountInfo as never);
  t.is(JSON.stringify(answer.refunds), JSON.stringify(status.refunds));
  t.deepEqual(noted().slice(1), [
    '.paymentAmountInfo',
    '.paymentAmountInfo.paymentState',
    '.paymentAmountInfo.refundedAmount',
    '.refunds',
    '.refunds.amount',
    '.refunds.date',
  ]);
});

test('an answer in the words of the client is noted by the fields that it is made of', (t) => {
  t.deepEqual(watched(t, { orderId: 'a', formUrl: 'b', other: 1 }, register.read).noted(), ['.orderId', '.formUrl']);

  const cards = watched(t, { errorCode: '0', bindings: [{ bindingId: 'b', maskedPan: 'm', x: 1 }] }, getBindings.read);
  t.deepEqual(cards.noted(), ['.bindings.bindingId']);
  t.is(cards.answer[0]?.maskedPan, 'm');
  t.deepEqual(cards.noted().slice(1), ['.bindings.maskedPan']);

  const charge = watched(t, { success: true, data: { orderId: 'o' }, orderStatus: { ...status, x: 1 } }, (raw) =>
    readCharge(objectOf(raw['data'])['orderId'], raw['orderStatus']),
  );
  t.is(charge.answer.orderStatus?.amount, 500);
  t.deepEqual(charge.noted(), ['.data.orderId', '.orderStatus', '.orderStatus.amount']);
});
