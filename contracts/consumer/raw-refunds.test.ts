import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals, type WrongCall } from './agree-on-refusals.ts';
import { example, success } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import { byNumber, inNumber } from './refusals.ts';
import { held, noAmount, withoutOrder } from './wrong-calls.ts';

const { amount, orderId } = example;
const paid: Given = ['an order paid in one phase exists', { amount }];
const byId = { orderId: fromState('orderId', orderId) };

const moved = { errorCode: 0, errorMessage: success };

type Call = Pick<Row, 'given' | 'path' | 'form' | 'ask'>;

const refundSum = (amountMinor: number): Call => ({
  given: [paid],
  path: 'processRawSumRefund.do',
  form: { ...byId, amount: String(amountMinor) },
  ask: (client) => client.refundRawSum({ orderId, amountMinor }),
});

agreeOnCalls({
  'to refund a sum whatever the cart says': {
    ...refundSum(1_000),
    answer: moved,
  },
  'to refund a sum that was never paid': { ...refundSum(amount + 1), refusal: byNumber(7) },
  'to refund a position of an order whatever the rest of the cart says': {
    given: [paid],
    path: 'processRawPositionOrderRefund.do',
    form: { ...byId, amount: '1000', positionId: '1' },
    ask: (client) =>
      client.call(bare('processRawPositionOrderRefund.do'), { orderId, amount: '1000', positionId: '1' }),
    answer: moved,
  },
  'to refund a sum of an order that is only held': {
    ...refundSum(1_000),
    given: [['an order held in two phases exists', { amount }]],
    refusal: byNumber(7),
  },
  'to refund a position whatever the rest of the cart says': {
    given: [paid],
    path: 'processRawPositionRefund.do',
    form: { ...byId, amount: '1000', positionId: '1' },
    ask: (client) => client.refundRawPosition({ orderId, positionId: 1, amountMinor: 1_000 }),
    answer: moved,
  },
});

const onlyHeld: WrongCall = { words: ' while it is only held', ...held };
const rawRefund = { refuses: inNumber(), empty: noAmount, about: 'order' } as const;
const position = (orderId: unknown) => ({ orderId, amount: '1000', positionId: '1' });

agreeOnRefusals({
  'to refund a sum': {
    ...rawRefund,
    path: 'processRawSumRefund.do',
    form: (orderId) => ({ orderId, amount: '1000' }),
    codes: { 1: withoutOrder },
  },
  'to refund a position': {
    ...rawRefund,
    path: 'processRawPositionRefund.do',
    form: position,
    codes: { 1: withoutOrder, 7: onlyHeld },
  },
  'to refund a position of an order': {
    ...rawRefund,
    path: 'processRawPositionOrderRefund.do',
    form: position,
    codes: { 1: withoutOrder, 7: onlyHeld },
  },
});
