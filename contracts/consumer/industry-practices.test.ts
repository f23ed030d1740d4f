import { industryPracticePayment } from '../../client/gateway/endpoints/direct/industry-practice-payment.ts';
import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example, text } from './answers.ts';
import { orderId, words } from './payment-answers.ts';
import { byText, inText } from './refusals.ts';

const { amount, orderNumber } = example;
const path = '../industryPractice/paymentOrder.do';
/** Of every number. */
const free: Given = ['an order number is free'];
const after = (state: string): Given => [state, { amount }];

const noShow: Pick<Row, 'path' | 'form' | 'ask'> = {
  path,
  form: {
    originalMdOrder: fromState('orderId', example.orderId),
    orderNumber: 'no-show-1',
    tii: 'IPN',
    amount: '500',
  },
  ask: (client) =>
    client.call(industryPracticePayment, {
      originalOrderId: example.orderId,
      orderNumber: 'no-show-1',
      tii: 'IPN',
      amountMinor: 500,
    }),
};

agreeOnCalls({
  'to pay as an industry does': {
    ...noShow,
    given: [free, after('an order paid in one phase exists')],
    answer: {
      errorCode: '0',
      errorMessage: words,
      mdOrder: orderId,
      actionCode: '0',
      approvalCode: text('^\\w{6}$', '482913'),
      rrn: text('^\\d{12}$', '600112345672'),
    },
  },
  'to pay as an industry does after a hold': {
    ...noShow,
    given: [free, after('an order held in two phases exists')],
    refusal: byText('5'),
  },
});

agreeOnRefusals({
  'to pay as an industry does': {
    path,
    form: (originalMdOrder) => ({ originalMdOrder, orderNumber, tii: 'IPN', amount: '500' }),
    refuses: inText(),
    empty: '4',
    about: 'order',
  },
});
