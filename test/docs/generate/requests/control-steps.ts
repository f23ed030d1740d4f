import type { StepFolder } from './step.ts';

const path = { login: '{{userName}}' };
const ofOrder = { ...path, orderId: '{{orderId}}' };

/** The control API, in the order in which a person wants to try it. */
export const controlFolder: StepFolder = {
  title: 'tillbox',
  about:
    "The control API of tillbox, which no bank has: it chooses outcomes, moves clocks, and shows what happened. It needs the gateway's CONTROL_TOKEN as controlToken, if there is one.",
  steps: [
    { call: 'getReady', title: 'Is the gateway ready?' },
    {
      call: 'putMerchantsLoginScenario',
      title: 'Decline every payment from now on',
      path,
      fields: { name: 'declined-insufficient-funds' },
    },
    { call: 'deleteMerchantsLoginScenario', title: 'Let payments through again', path },
    {
      call: 'register',
      title: 'Register an order',
      fields: { orderNumber: '{{newNumber}}', amount: '1500000', returnUrl: 'https://shop.example/return' },
      saves: { orderId: 'orderId' },
    },
    { call: 'getMerchantsLoginOrdersOrderId', title: 'Everything about the order', path: ofOrder },
    { call: 'getOrdersOrderIdWhy', title: 'Why it ended as it did, as text', path: { orderId: '{{orderId}}' } },
    {
      call: 'postMerchantsLoginClockAdvance',
      title: 'Let 20 minutes pass: the unpaid order expires',
      path,
      fields: { by: '20m' },
    },
    { call: 'getMerchantsLoginOrders', title: 'All orders of the merchant', path },
    { call: 'getMerchantsLoginCallbacks', title: 'All callbacks, with every try', path },
    { call: 'getMerchantsLoginJournal', title: 'The last requests and answers', path },
    {
      call: 'postMerchantsLoginVerifications',
      title: 'Did the shop make this call?',
      path,
      fields: { path: 'register.do', parameters: { amount: '1500000' } },
    },
    { call: 'getCards', title: 'Test cards' },
    { call: 'getActionCodes', title: 'Card numbers for every outcome' },
    { call: 'getScenarios', title: 'Scenarios' },
    { call: 'getMerchantsLogin', title: 'Settings of the merchant', path },
    { call: 'postMerchantsLoginReset', title: 'Drop all orders of the merchant', path },
  ],
};
