import test from 'ava';
import { agree, fromState } from './agree.ts';
import { agreeOnCalls } from './agree-on-calls.ts';
import * as answers from './answers.ts';
import { byText } from './refusals.ts';

const { orderId, orderNumber, amount } = answers.example;
const description = 'Екі кесе кофе «Қара»';
const answerType = '^application/json; ?charset=[Uu][Tt][Ff]-8$';
const returnUrl = 'https://shop.example/return';
const byId = { orderId: fromState('orderId', orderId) };
const inRussian = answers.text('^.*[А-Яа-яЁё].*$', 'Заказ не найден');
const statusPath = 'getOrderStatusExtended.do';

test('letters outside ASCII come back as they were sent', async (t) => {
  const jsonParams = { cart: 'Себет №77' };
  const agreement = {
    given: [['a registered order exists', { amount, description, jsonParams }]] as const,
    shopAsks: 'for the status of an order with Kazakh and Russian letters',
    path: statusPath,
    form: byId,
    answerType,
    answer: {
      ...answers.status({ orderStatus: 0, actionCode: -100, paymentState: 'CREATED' }),
      orderDescription: description,
      merchantOrderParams: [{ name: 'cart', value: 'Себет №77' }],
    },
  };
  const status = await agree(agreement, (client) => client.getOrderStatus({ orderId }));

  t.is(status.orderDescription, description);
});

agreeOnCalls({
  'to register an order with Kazakh and Russian letters': {
    given: [['an order number is free']],
    path: 'register.do',
    form: {
      orderNumber: fromState('orderNumber', orderNumber),
      amount: String(amount),
      currency: '398',
      returnUrl,
      description,
      language: 'ru',
      jsonParams: '{"cart":"Себет №77"}',
    },
    ask: (client) =>
      client.register({
        orderNumber,
        amountMinor: amount,
        currency: '398',
        returnUrl,
        description,
        language: 'ru',
        jsonParams: { cart: 'Себет №77' },
      }),
    answer: {
      orderId: answers.registered.orderId,
      formUrl: answers.text(
        '^https?://\\S+(_ru\\.html\\?|[?&]language=ru)\\S*$',
        'https://gateway.example/payment_ru.html?mdOrder=1',
      ),
    },
  },
  'for the status of a declined order in Russian': {
    given: [['an order declined for good exists', { amount, actionCode: 116 }]],
    path: statusPath,
    form: { ...byId, language: 'ru' },
    ask: (client) => client.getOrderStatus({ orderId, language: 'ru' }),
    answerType,
    answer: { errorCode: '0', orderStatus: 6, actionCode: 116, actionCodeDescription: inRussian },
  },
  'in Russian for the status of an order that does not exist': {
    given: [['no order has this id']],
    path: statusPath,
    form: { ...byId, language: 'ru' },
    ask: (client) => client.getOrderStatus({ orderId, language: 'ru' }),
    answerType,
    refusal: { ...byText('6'), answer: { errorCode: '6', errorMessage: inRussian } },
  },
  'in Russian to refund an order that nobody has paid': {
    given: [['a registered order exists', { amount }]],
    path: 'refund.do',
    form: { ...byId, amount: '0', language: 'ru' },
    ask: (client) => client.refund({ orderId, language: 'ru' }),
    answerType,
    refusal: { ...byText('7'), answer: { errorCode: '7', errorMessage: inRussian } },
  },
});
