import { createHmac } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { readOrderParameters } from '../../../simulator/callbacks/write/order-parameters.ts';
import { callbackParameterOperations } from '../../../simulator/data/callback-parameters.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { frictionlessCard, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../helpers/stores/an-order.ts';

const token = 'callback-token';
const everything = Object.keys(callbackParameterOperations);

const isGenuine = (form: URLSearchParams): boolean => {
  const names = [...form.keys()].filter((name) => name !== 'checksum').sort();
  const text = names.map((name) => `${name};${form.get(name)};`).join('');
  return createHmac('sha256', token).update(text).digest('hex').toUpperCase() === form.get('checksum');
};

/** A simulator that sends everything that can be sent, and what the shop heard last of each operation. */
const shopFor = async (t: ExecutionContext, options: SimulatorOptions = {}) => {
  const shop = await receiverFor(t, 200);
  const callbacks = { url: shop.url, method: 'POST', token, parameters: everything } as const;
  const simulator = await simulatorFor(t, { callbacks, ...options });
  const heard = async (operation: string): Promise<Readonly<Record<string, string>>> => {
    await simulator.settled();
    const forms = shop.received.map(({ form }) => form).filter((form) => form.get('operation') === operation);
    t.true(forms.every(isGenuine));
    return Object.fromEntries(forms.at(-1) ?? []);
  };
  return { simulator, heard };
};

/** What the manual says of the parameters: each with the events that carry it. */
const manual = `
amount paymentAmount amountFormatted feeAmount approvedAmount depositedAmount refundedAmount approvedAmountFormatted
depositedAmountFormatted refundedAmountFormatted totalAmountFormatted depositedTotalAmountFormatted approvalCode authCode
bankName currency currencyName depositFlag eci cavv authValue xid threeDSType ip ipCountryCode maskedPan cardholderName
merchantFullName merchantLogin orderDescription mdorder date clientId actionCode actionCodeDescription paymentRefNum refNum
refnum paymentState paymentWay paymentSystem processingId terminalId transactionAttributes sessionExpiredDate
tokenizeCryptogram avsCode finishCheckUrl: DARFTC
paymentDate depositedDate: DARF
reversedDate: DRF
refundedDate: F
declineDate: TC
currentReverseAmountFormatted: R
currentRefundAmountFormatted operationRefundedAmount operationRefundedAmountFormatted externalRefundId: F
bindingId clientId: BX
email phone panMasked panCountryCode: B
enabled: X`;

const letters = {
  D: 'deposited',
  A: 'approved',
  R: 'reversed',
  F: 'refunded',
  T: 'declinedByTimeout',
  C: 'declinedCardPresent',
  B: 'bindingCreated',
  X: 'bindingActivityChanged',
} as const;

test('knows every parameter of the manual but those of transfers, and which operation carries which', (t) => {
  const rows = manual
    .trim()
    .replace(/([^:])\n/g, '$1 ')
    .split(/(?<=: [A-Z]+) /);
  const expected = new Set(
    rows.flatMap((row) => {
      const [names = '', events = ''] = row.split(': ');
      return names.split(' ').flatMap((name) =>
        Object.entries(letters)
          .filter(([letter]) => events.includes(letter))
          .map(([, operation]) => `${operation} ${name}`),
      );
    }),
  );
  const known = Object.entries(callbackParameterOperations).flatMap(([name, operations]) =>
    operations.map((operation) => `${operation} ${name}`),
  );

  t.deepEqual(known.toSorted(), [...expected].toSorted());
});

test('a payment carries all that is known of it', async (t) => {
  const { simulator, heard } = await shopFor(t, { publicUrl: 'https://pay.example' });
  const description = `Чай; 2 чашки & "мёд" ${'ә'.repeat(500)}`;
  const fields = { description, clientId: 'Айда', ip: '203.0.113.7', language: 'ru', features: 'BINDING_NOT_NEEDED' };

  const { orderId } = await simulator.register(fields);
  await payForm(simulator, orderId, frictionlessCard);

  const { orderNumber, cardAuthInfo, authRefNum } = await simulator.status(orderId);
  const { checksum, ...sent } = await heard('deposited');
  const { approvalCode, secureAuthInfo } = cardAuthInfo;
  const { cavv, xid } = secureAuthInfo['threeDSInfo'];
  t.deepEqual(sent, {
    mdOrder: orderId,
    orderNumber,
    operation: 'deposited',
    status: '1',
    amount: '1500000',
    paymentAmount: '1500000',
    amountFormatted: '15000.00 KZT',
    feeAmount: '0',
    approvedAmount: '1500000',
    depositedAmount: '1500000',
    refundedAmount: '0',
    approvedAmountFormatted: '15000.00 KZT',
    depositedAmountFormatted: '15000.00 KZT',
    refundedAmountFormatted: '0.00 KZT',
    totalAmountFormatted: '15000.00 KZT',
    depositedTotalAmountFormatted: '15000.00 KZT',
    approvalCode,
    authCode: approvalCode,
    bankName: 'SIMULATED ISSUER BANK',
    currency: '398',
    currencyName: 'KZT',
    depositFlag: '1',
    eci: '05',
    cavv,
    authValue: cavv,
    xid,
    threeDSType: 'THREE_DS2_FRICTIONLESS',
    ip: '127.0.0.1',
    ipCountryCode: 'KZ',
    maskedPan: '411111**1111',
    cardholderName: 'AIDA BEK',
    merchantFullName: 'Demo Store',
    merchantLogin: 'test_user',
    mdorder: orderId,
    orderDescription: description,
    date: String(startMs),
    clientId: 'Айда',
    actionCode: '0',
    actionCodeDescription: 'Запрос успешно обработан',
    paymentRefNum: authRefNum,
    refNum: authRefNum,
    refnum: authRefNum,
    paymentState: 'payment_deposited',
    paymentWay: 'CARD',
    paymentSystem: 'VISA',
    processingId: sent['processingId'],
    terminalId: '98000001',
    transactionAttributes: '[{"name":"merchantIp","value":"127.0.0.1"}]',
    sessionExpiredDate: String(startMs + 1_200_000),
    finishCheckUrl: `https://pay.example/payment/merchants/finish_ru.html?orderId=${orderId}`,
    paymentDate: String(startMs),
    depositedDate: String(startMs),
  });
  t.regex(sent['processingId'] ?? '', /^\d{10}$/);
  t.regex(checksum ?? '', /^[0-9A-F]{64}$/);
});

test('money that goes back is told in parts and in all', async (t) => {
  const { simulator, heard } = await shopFor(t);
  const orderId = await hold(simulator);
  await simulator.call('deposit.do', { orderId, amount: '70000' });
  await simulator.call('refund.do', { orderId, amount: '20000', externalRefundId: 'r-1' });

  t.like(await heard('approved'), { depositFlag: '2', paymentState: 'payment_approved', approvedAmount: '100000' });
  t.like(await heard('deposited'), { depositedAmount: '70000', depositedTotalAmountFormatted: '700.00 KZT' });
  const refunded = await heard('refunded');
  t.like(refunded, {
    currentRefundAmountFormatted: '200.00 KZT',
    operationRefundedAmount: '20000',
    operationRefundedAmountFormatted: '200.00 KZT',
    externalRefundId: 'r-1',
    refundedAmount: '20000',
    depositedTotalAmountFormatted: '700.00 KZT',
    refundedDate: String(startMs),
    paymentState: 'refunded',
  });
  t.false('currentReverseAmountFormatted' in refunded || 'declineDate' in refunded);
});

test('a reversal is told with its own amount', async (t) => {
  const { simulator, heard } = await shopFor(t);
  const orderId = await hold(simulator);
  await simulator.call('reverse.do', { orderId, amount: '30000' });

  const reversed = await heard('reversed');

  t.like(reversed, { currentReverseAmountFormatted: '300.00 KZT', reversedDate: String(startMs) });
  t.false('refundedDate' in reversed || 'reversedDate' in (await heard('approved')));
});

test('a decline is told with its code, its date where the manual has one, and nothing that it has not', async (t) => {
  const { simulator, heard } = await shopFor(t);
  await payWith(simulator, cardForActionCode(116), { language: 'en' });
  await simulator.clock.advance(1_200_000);

  const declined = await heard('deposited');
  t.like(declined, { status: '0', actionCode: '116', paymentState: 'started', depositedAmount: '0' });
  for (const name of ['approvalCode', 'cavv', 'xid', 'declineDate', 'depositedDate']) t.false(name in declined, name);
  t.like(await heard('declinedByTimeout'), {
    status: '0',
    paymentState: 'payment_declined',
    declineDate: String(startMs + 1_200_000),
  });
});

test('an order that nobody tried to pay is told without a card', async (t) => {
  const { simulator, heard } = await shopFor(t);
  await simulator.register();
  await simulator.clock.advance(1_200_000);

  const expired = await heard('declinedByTimeout');

  t.like(expired, { actionCode: '-2014', paymentState: 'payment_declined' });
  for (const name of ['maskedPan', 'eci', 'threeDSType', 'bankName', 'paymentWay', 'clientId', 'finishCheckUrl'])
    t.false(name in expired, name);
});

test('a stored card is told with what the payer gave, and nothing of the order but its names', async (t) => {
  const { simulator, heard } = await shopFor(t);
  const fields = {
    clientId: 'Айда',
    email: 'aida@shop.example',
    phone: '77010000000',
    features: 'FORCE_CREATE_BINDING',
  };
  const orderId = await payWith(simulator, plainCard.pan, fields);
  const { orderNumber, bindingInfo } = await simulator.status(orderId);
  const { checksum: _, ...created } = await heard('bindingCreated');

  t.deepEqual(created, {
    mdOrder: orderId,
    orderNumber,
    operation: 'bindingCreated',
    status: '1',
    bindingId: bindingInfo['bindingId'],
    clientId: 'Айда',
    panMasked: '444455**3333',
    email: 'aida@shop.example',
    phone: '77010000000',
    panCountryCode: 'KZ',
  });
});

test('values that are empty are sent and signed as such', async (t) => {
  const order = anOrder({ attempts: [anAttempt({ card: { ...anAttempt().card, holder: '' } })] });
  const merchant = { login: 'shop', password: 'p', name: '' };

  const facts = { operation: 'deposited', order, merchant, bank: bereke, publicUrl: '' } as const;
  t.deepEqual(readOrderParameters(['cardholderName', 'merchantFullName', 'orderDescription'], facts), [
    ['cardholderName', ''],
    ['merchantFullName', ''],
  ]);

  const shop = await receiverFor(t, 200);
  const merchants = [{ login: 'test_user', password: 'test_user_password', name: '' }];
  const callbacks = { url: shop.url, token, parameters: ['merchantFullName'] };
  const simulator = await simulatorFor(t, { merchants, callbacks });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  const form = shop.received[0]?.form ?? new URLSearchParams();
  t.is(form.get('merchantFullName'), '');
  t.true(isGenuine(form));
});

test('a token of a wallet comes with its cryptogram', (t) => {
  const facts = (paymentWay: string) =>
    ({
      operation: 'deposited',
      order: anOrder({ attempts: [anAttempt({ paymentWay })] }),
      merchant: { login: 'shop', password: 'p', name: 'Shop' },
      bank: bereke,
      publicUrl: '',
    }) as const;

  const [[, cryptogram] = ['', '']] = readOrderParameters(['tokenizeCryptogram'], facts('APPLE_PAY'));

  t.is(Buffer.from(cryptogram, 'base64').length, 20);
  t.deepEqual(readOrderParameters(['tokenizeCryptogram'], facts('CARD')), []);
});

test('the date of creation goes with every operation where the merchant has it', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, sendsCreationDate: true } });
  const orderId = await payWith(simulator, plainCard.pan, { clientId: 'c', features: 'FORCE_CREATE_BINDING' });
  await simulator.call('unBindCard.do', { bindingId: (await simulator.status(orderId))['bindingInfo']['bindingId'] });
  await simulator.settled();

  t.is(shop.received.length, 3);
  for (const { form } of shop.received) t.is(form.get('callbackCreationDate'), 'Thu Jan 01 08:00:00 UTC 2026');
});
