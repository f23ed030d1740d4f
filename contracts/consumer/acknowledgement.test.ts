import test from 'ava';
import { agree, fromState } from './agree.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { approved, card, example, number, success, text } from './answers.ts';
import { inLegacySpelling } from './refusals.ts';
import { type Situation, situations } from './situations.ts';

const { orderId, orderNumber, amount } = example;
const id = fromState('orderId', orderId);

const order = {
  ErrorCode: '0',
  ErrorMessage: success,
  OrderNumber: text('^\\S{1,36}$', orderNumber),
  Amount: amount,
  currency: '398',
};

/** What the acknowledgement tells in each state; the shop keeps the payment by it. */
const rows = {
  registered: { ...order, OrderStatus: 0, actionCode: -100, depositAmount: 0, Pan: '' },
  paid: {
    ...order,
    OrderStatus: 2,
    actionCode: 0,
    depositAmount: amount,
    Pan: card.maskedPan,
    expiration: card.expiration,
    approvalCode: approved.cardAuthInfo.approvalCode,
    params: { respCode: '00', respCode_desc: text('^.+$', 'Your payment was accepted') },
    SvfeResponse: '00',
  },
  refunded: { ...order, OrderStatus: 4, actionCode: 0, depositAmount: 0, Pan: card.maskedPan },
  declined: {
    ...order,
    ErrorCode: '2',
    ErrorMessage: text('^.+$', 'Payment is declined'),
    OrderStatus: 6,
    actionCode: number('^-?\\d+$', 116),
    depositAmount: 0,
    Pan: card.maskedPan,
  },
} as const satisfies Readonly<Partial<Record<Situation, object>>>;

/** Both names of the call. */
const names = {
  'public/acknowledgeTransaction.do': { form: { mdOrder: id }, shop: 'acknowledges', method: 'acknowledgeTransaction' },
  'confirmOrder.do': { form: { orderId: id }, shop: 'confirms', method: 'confirmOrder' },
} as const;

for (const [path, { form, shop, method }] of Object.entries(names))
  for (const [situation, answer] of Object.entries(rows)) {
    const [words, given] = situations[situation as Situation];
    test(`the shop ${shop} ${words}`, async (t) => {
      const agreement = { given: [given], shopAsks: `to keep, as it ${shop} it, ${words}`, path, form, answer };
      const call = agree(agreement, (client) => client[method]({ orderId }));

      t.like(await call, { OrderStatus: answer.OrderStatus });
    });
  }

agreeOnRefusals({
  'to acknowledge an order': {
    path: 'public/acknowledgeTransaction.do',
    form: (mdOrder) => ({ mdOrder }),
    refuses: inLegacySpelling,
    empty: '5',
    about: 'order',
  },
  'to confirm an order': {
    path: 'confirmOrder.do',
    form: (about) => ({ orderId: about }),
    refuses: inLegacySpelling,
    empty: '5',
    about: 'order',
  },
});
