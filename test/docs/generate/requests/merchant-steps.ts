import type { Step, StepFolder } from './step.ts';

const returnUrl = 'https://shop.example/return';
/** `newNumber` is another one in each request. */
const order = { orderNumber: '{{newNumber}}', amount: '1500000', returnUrl };
const saves = { orderId: 'orderId' };

const pay: Step = {
  call: 'processform',
  title: 'Pay by card, as the payment page does',
  fields: { MDORDER: '{{orderId}}', $PAN: '4444555511113333', $EXPIRY: '203412', $CVC: '123', TEXT: 'CUSTOMER' },
};

const readStatus: Step = {
  call: 'getOrderStatusExtended',
  title: 'Status of the order',
  fields: { orderId: '{{orderId}}', language: 'en' },
};

const aCard = { pan: '4444555511113333', expiry: '203412', cvc: '123' };

const onePayment: StepFolder = {
  title: 'Payment in one step',
  about:
    'An order is registered, paid and partly refunded. Instead of the second request you can open formUrl in a browser.',
  steps: [
    {
      call: 'register',
      title: 'Register an order',
      fields: { ...order, description: 'my_first_order', language: 'en' },
      saves: { orderId: 'orderId', formUrl: 'formUrl' },
    },
    pay,
    readStatus,
    { call: 'refund', title: 'Refund a part', fields: { orderId: '{{orderId}}', amount: '500000' } },
    { ...readStatus, title: 'Status after the refund' },
    { call: 'getOrderStatus', title: 'The same status by the legacy call', fields: { orderId: '{{orderId}}' } },
    { call: 'processRawSumRefund', title: 'Refund by sum', fields: { orderId: '{{orderId}}', amount: '1000' } },
    {
      call: 'addParams',
      title: 'Add parameters to the order',
      fields: { orderId: '{{orderId}}', params: '{"desk":"phone"}' },
    },
    {
      call: 'getLastOrdersForMerchants',
      title: 'The last orders',
      fields: {
        size: '10',
        from: '20260101000000',
        to: '20991231000000',
        transactionStates: 'CREATED,DEPOSITED,REFUNDED',
      },
    },
  ],
};

const hold: StepFolder = {
  title: 'Hold and capture',
  about: 'Money is held first. One hold is captured, the other is released.',
  steps: [
    { call: 'registerPreAuth', title: 'Register an order with a hold', fields: order, saves },
    pay,
    { call: 'deposit', title: 'Capture a part of the hold', fields: { orderId: '{{orderId}}', amount: '1000000' } },
    readStatus,
    { call: 'registerPreAuth', title: 'Register another order with a hold', fields: order, saves },
    pay,
    { call: 'reverse', title: 'Release the hold', fields: { orderId: '{{orderId}}' } },
    readStatus,
  ],
};

const declined: StepFolder = {
  title: 'Decline and cancellation',
  about:
    'jsonParams chooses how the payment ends. The order stays open after a declined card, until the shop closes it.',
  steps: [
    {
      call: 'register',
      title: 'Register an order whose payment will be declined',
      fields: { ...order, jsonParams: '{"scenario":"declined-insufficient-funds"}' },
      saves,
    },
    { ...pay, title: 'Pay by card: the bank declines' },
    { ...readStatus, title: 'Status: orderStatus 0, actionCode 116' },
    { call: 'decline', title: 'Close the unpaid order', fields: { orderId: '{{orderId}}' } },
    { ...readStatus, title: 'Status: orderStatus 6' },
  ],
};

const storeCard: Step = {
  call: 'createBindingNoPayment',
  title: 'Store a card',
  fields: { clientId: 'customer-1', pan: '4444555511113333', expiryDate: '203412', cardholderName: 'CUSTOMER' },
  saves: { bindingId: 'bindingId' },
};

const charge = { bindingId: '{{bindingId}}', amount: 99_000 };

const storedCard: StepFolder = {
  title: 'Stored card',
  about: 'A card is stored without a payment; later payments need no card number.',
  steps: [
    storeCard,
    { call: 'getBindings', title: 'Stored cards of the customer', fields: { clientId: 'customer-1' } },
    { call: 'getAllBindings', title: 'Stored cards, each time it was stored', fields: { clientId: 'customer-1' } },
    { call: 'getBindingsByCardOrId', title: 'Find a stored card by its id', fields: { bindingId: '{{bindingId}}' } },
    {
      call: 'register',
      title: 'Register an order of the customer',
      fields: { ...order, clientId: 'customer-1' },
      saves,
    },
    {
      call: 'paymentOrderBinding',
      title: 'Pay it with the stored card',
      fields: { mdOrder: '{{orderId}}', bindingId: '{{bindingId}}', ip: '127.0.0.1', tii: 'U' },
    },
    { call: 'recurrentPayment', title: 'Recurring payment', fields: { ...charge, orderNumber: '{{newNumber}}' } },
    { call: 'installmentPayment', title: 'Instalment', fields: { ...charge, orderNumber: '{{newNumber}}' } },
    {
      call: 'extendBinding',
      title: 'Give the card a new expiry date',
      fields: { bindingId: '{{bindingId}}', newExpiry: '203512' },
    },
    { call: 'unBindCard', title: 'Switch the stored card off', fields: { bindingId: '{{bindingId}}' } },
    { call: 'bindCard', title: 'Switch it on again', fields: { bindingId: '{{bindingId}}' } },
  ],
};

const ownPage: StepFolder = {
  title: "Card on the shop's own page",
  about: 'The shop sends the card number itself. These cards need no 3-D Secure.',
  steps: [
    { call: 'seKeys', title: 'Public keys for encrypted card data' },
    { call: 'verifyEnrollment', title: 'Does a card have 3-D Secure?', fields: { pan: '5555555555555599' } },
    { call: 'register', title: 'Register an order', fields: order, saves },
    {
      call: 'paymentorder',
      title: 'Pay it with a card',
      fields: { MDORDER: '{{orderId}}', $PAN: '4444555511113333', $EXPIRY: '203412', $CVC: '123', TEXT: 'CUSTOMER' },
    },
    { call: 'instantPayment', title: 'Register and pay in one call', fields: { ...order, ...aCard } },
    {
      call: 'motoPayment',
      title: 'Order by mail or telephone',
      fields: { ...order, ...aCard, cardholder: 'CUSTOMER' },
    },
    { call: 'verifyCard', title: 'Check a card without charging it', fields: { ...order, ...aCard, amount: '0' } },
    { call: 'instantRefund', title: 'Pay out to a card', fields: { ...order, ...aCard, cardholderName: 'CUSTOMER' } },
  ],
};

const taskIdentifier = { taskUuid: '{{taskUuid}}' };

const scheduleData = {
  scheduledSince: '2030-01-01T00:00:00.000+0000',
  scheduledTill: '2031-01-01T00:00:00.000+0000',
  value: 1,
  timeUnit: 'MONTHS',
};

const recurringTask: StepFolder = {
  title: 'Recurring task',
  about: 'The gateway charges a stored card by a schedule.',
  steps: [
    storeCard,
    {
      call: 'taskCreate',
      title: 'Create a task: a payment each month',
      fields: {
        task: {
          merchantTaskUuid: 'task-{{newNumber}}',
          clientId: 'customer-1',
          bindingId: '{{bindingId}}',
          amount: 99_000,
          scheduleData,
        },
      },
      saves: { taskUuid: 'task.taskUuid' },
    },
    { call: 'taskGet', title: 'Everything about the task', fields: { taskIdentifier } },
    {
      call: 'taskModify',
      title: 'Change its parameters',
      fields: { task: { taskIdentifier, params: { desk: 'phone' } } },
    },
    { call: 'paymentSkip', title: 'Leave out the third payment', fields: { taskIdentifier, paymentNumber: 3 } },
    { call: 'taskTerminate', title: 'End the task', fields: { taskIdentifier } },
    { call: 'taskActivate', title: 'Start it again', fields: { taskIdentifier } },
    { call: 'taskBatchTerminate', title: 'End several tasks', fields: { taskIdentifiers: [taskIdentifier] } },
  ],
};

const template = { templateId: '{{templateId}}' };

const templates: StepFolder = {
  title: 'Template of orders',
  about: 'A template has the fields of orders that are registered again and again.',
  steps: [
    {
      call: 'templatesCreate',
      title: 'Create a template',
      fields: { template: { name: 'Tea bowl', amount: 450_000, returnUrl, endDate: '2099-01-01T00:00:00' } },
      saves: { templateId: 'template.templateId' },
    },
    { call: 'templatesGet', title: 'Read it', fields: { template } },
    { call: 'templatesGetList', title: 'All templates', fields: {} },
    {
      call: 'templatesUpdate',
      title: 'Change its description',
      fields: { template: { ...template, description: 'Two tea bowls' } },
    },
    { call: 'registerByTemplate', title: 'Register an order from it', fields: template, saves },
    {
      call: 'templatesCreateTemplate',
      title: 'Create a template with flat fields',
      fields: { name: 'Tea bowl', startDate: '2026-01-01T00:00:00' },
      saves: { templateId: 'templateId' },
    },
    { call: 'templatesGetTemplateDetails', title: 'Read that one', fields: template },
    { call: 'templatesUpdateTemplate', title: 'Rename it', fields: { ...template, name: 'Two tea bowls' } },
  ],
};

/** The test token of a wallet, and the payment with it. */
const walletSteps = (wallet: 'google' | 'apple' | 'samsung', name: string): readonly Step[] => {
  const call = `${wallet === 'apple' ? 'applepay' : wallet}Payment`;
  const makeToken: Step = {
    call: 'postWalletTokens',
    title: `Test token of ${name}, from tillbox`,
    fields: { wallet, amount: 450_000 },
    saves: { paymentToken: 'paymentToken' },
  };
  const fields = { amount: 450_000, returnUrl, paymentToken: '{{paymentToken}}' };
  return [
    makeToken,
    {
      call,
      title: `Pay with ${name}`,
      fields: { merchant: '{{userName}}', orderNumber: '{{newNumber}}', ...fields },
    },
    {
      ...makeToken,
      title: `Decrypted test token of ${name}`,
      fields: { ...makeToken.fields, decrypted: true },
    },
    {
      call: `${call}Direct`,
      title: `Pay with a decrypted token of ${name}`,
      fields: { orderNumber: '{{newNumber}}', ...fields },
    },
  ];
};

const wallets: StepFolder = {
  title: 'Wallets',
  about: 'Google Pay, Apple Pay and Samsung Pay with test tokens, and a payment with a network token.',
  steps: [
    ...walletSteps('google', 'Google Pay'),
    ...walletSteps('apple', 'Apple Pay'),
    ...walletSteps('samsung', 'Samsung Pay'),
    {
      call: 'tokenPayment',
      title: 'Pay with a network token',
      fields: {
        merchant: '{{userName}}',
        orderNumber: '{{newNumber}}',
        amount: 450_000,
        returnUrl,
        tokenType: 'VTS',
        paymentData: { dpan: '4444555511113333', tokenCryptogram: 'AAAA', MM: '12', YYYY: '2034' },
      },
    },
  ],
};

/** The merchant API: the ways of a payment, from the usual to the rare. */
export const merchantFolders: readonly StepFolder[] = [
  onePayment,
  hold,
  declined,
  storedCard,
  ownPage,
  recurringTask,
  templates,
  wallets,
];
