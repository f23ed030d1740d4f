import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example, text } from './answers.ts';
import * as answers from './payment-answers.ts';
import { byText, inPayment, inText, ofPayment } from './refusals.ts';

const { amount, orderId } = example;
const mayHandleCards: Given = ['the shop may handle card numbers'];
const registered: Given = ['a registered order exists', { amount }];
const asking = { pan: '5555555555555599' };
const plain = { pan: '4444555511113333' };
const wrong = { pan: '4444555511113334' };
const byOrder = { mdOrder: fromState('orderId', orderId) };

type Call = Pick<Row, 'given' | 'path' | 'form' | 'ask'>;

const enrolment = (pan: string): Call => ({
  given: [mayHandleCards],
  path: 'verifyEnrollment.do',
  form: { pan },
  ask: (client) => client.direct.verifyEnrollment({ pan }),
});

const finish3dsVer2: Call = {
  given: [['an order whose customer passed the issuer exists', { amount }]],
  path: 'finish3dsVer2Payment.do',
  form: { threeDSServerTransId: fromState('threeDSServerTransId', orderId) },
  ask: (client) => client.direct.finish3dsVer2({ threeDSServerTransId: orderId }),
};

const continue3ds: Call = {
  given: [['an order whose browser was seen exists', { amount }]],
  path: '3ds/continue.do',
  form: byOrder,
  ask: (client) => client.direct.continue3ds({ orderId }),
};

agreeOnCalls({
  'to go on after the browser was seen': { ...continue3ds, answer: answers.challenge },
  'to go on with an order that nobody pays': { ...continue3ds, given: [registered], refusal: ofPayment(7) },
  'to finish what the customer has passed at the issuer': {
    ...finish3dsVer2,
    answer: { ...answers.finished, is3DSVer2: true },
  },
  'to finish an authentication that does not exist': {
    ...finish3dsVer2,
    given: [['no authentication has this id']],
    refusal: ofPayment(6),
  },
  'to finish with a PaRes an order that nobody pays': {
    path: 'finish3dsPayment.do',
    form: { ...byOrder, paRes: 'eJw=' },
    ask: (client) => client.direct.finish3ds({ orderId, paRes: 'eJw=' }),
    given: [registered],
    refusal: ofPayment(7),
  },
  'whether a card takes part in 3-D Secure': {
    ...enrolment(asking.pan),
    answer: {
      ...answers.done,
      enrolled: 'Y',
      emitterCountryCode: text('^[A-Z]{2}$', 'KZ'),
      emitterName: answers.words,
    },
  },
  'whether a card without 3-D Secure takes part in it': {
    ...enrolment(plain.pan),
    answer: { ...answers.done, enrolled: 'N' },
  },
  'whether a card with a wrong number takes part in 3-D Secure': { ...enrolment(wrong.pan), refusal: byText('1') },
});

const bare = { form: (mdOrder: unknown) => ({ mdOrder }), refuses: inPayment, empty: '1' } as const;

agreeOnRefusals({
  'to go on with 3-D Secure': { ...bare, path: '3ds/continue.do', about: 'order' },
  'to finish with a PaRes': {
    ...bare,
    path: 'finish3dsPayment.do',
    form: (mdOrder) => ({ mdOrder, paRes: 'eJw=' }),
    about: 'order',
  },
  'to finish 3-D Secure': {
    ...bare,
    path: 'finish3dsVer2Payment.do',
    form: (threeDSServerTransId) => ({ threeDSServerTransId }),
  },
  'whether a card takes part in 3-D Secure': {
    path: 'verifyEnrollment.do',
    form: () => plain,
    refuses: inText(),
    empty: '1',
  },
});
