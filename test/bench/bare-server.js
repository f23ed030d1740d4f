// What the simulator is measured against: the usual parts, constant answers, nothing behind them. With KEEPS=orders it is what a
// shop's developer would write instead of a gateway: it keeps orders in a map, and the last thousand calls in a journal.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import ejs from 'ejs';
import Koa from 'koa';

const orderId = '01a20aa2-18b2-733c-afb3-90bf80901360';
const registered = { orderId, formUrl: `http://127.0.0.1/payment/merchants/payment_en.html?mdOrder=${orderId}` };
const status = {
  errorCode: '0',
  errorMessage: 'Success',
  orderNumber: 'cxni1wopn5smammc',
  orderStatus: 0,
  actionCode: -100,
  actionCodeDescription: '',
  displayErrorMessage: '',
  amount: 1000,
  currency: '398',
  date: 1795474725042,
  orderDescription: 'my_first_order',
  merchantOrderParams: [],
  transactionAttributes: [{ name: 'merchantIp', value: '127.0.0.1' }],
  attributes: [{ name: 'mdOrder', value: orderId }],
  terminalId: '98000001',
  paymentAmountInfo: {
    paymentState: 'CREATED',
    approvedAmount: 0,
    depositedAmount: 0,
    refundedAmount: 0,
    feeAmount: 0,
  },
  bankInfo: { bankCountryCode: 'UNKNOWN', bankCountryName: '<Unknown>' },
  chargeback: false,
};
const page = ejs.compile(readFileSync(new URL('bare-page.ejs', import.meta.url), 'utf8'));
const fields = [
  { name: 'pan', label: 'Card number', hint: '0000 0000 0000 0000' },
  { name: 'expiry', label: 'Valid until', hint: 'MM/YY' },
  { name: 'cvc', label: 'Code on the back', hint: '123' },
  { name: 'cardholder', label: 'Name on the card', hint: '' },
];

const orders = new Map();
const journal = [];

/** Keeps a call and its answer. */
const record = ({ method, path, request }, answer) => {
  journal.push({ at: Date.now(), method, path, parameters: request.body, answer });
  if (journal.length > 2_000) journal.splice(0, 1_000);
};

const constant = {
  register: (ctx) => {
    ctx.body = registered;
  },
  status: (ctx) => {
    ctx.body = status;
  },
};

const keeping = {
  register: (ctx) => {
    const { amount, currency, returnUrl, description } = ctx.request.body;
    const id = randomUUID();
    orders.set(id, { id, amount: Number(amount), currency, returnUrl, description, at: Date.now() });
    ctx.body = { orderId: id, formUrl: `http://127.0.0.1/payment/merchants/payment_en.html?mdOrder=${id}` };
    record(ctx, ctx.body);
  },
  status: (ctx) => {
    const { id, amount, currency, description, at } = orders.get(ctx.request.body.orderId);
    const attributes = [{ name: 'mdOrder', value: id }];
    ctx.body = { ...status, amount, currency, orderDescription: description, date: at, attributes };
    record(ctx, ctx.body);
  },
};

const calls = process.env.KEEPS === 'orders' ? keeping : constant;
const router = new Router();
router.post('/payment/rest/register.do', calls.register);
router.post('/payment/rest/getOrderStatusExtended.do', calls.status);
router.get('/page', (ctx) => {
  ctx.type = 'html';
  ctx.body = page({ title: 'Card payment', shop: 'Demo Store', amount: '10.00 KZT', orderId, fields });
});

const app = new Koa();
app.use(bodyParser());
app.use(router.routes());
app.listen(Number(process.env.PORT), '127.0.0.1');
