import test from 'ava';
import { generalDeclineText } from '../../../simulator/data/action-codes.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { frictionlessCard, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { order, orderFor, profile } from './bank-orders.ts';

test('a number of an order is enough for an operation, but not at Alfa', async (t) => {
  const refund = async (name: string): Promise<unknown> => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    await payWith(simulator, plainCard.pan, order);
    return (await simulator.call('refund.do', { orderNumber: 'B-1', amount: '1000' }))['errorCode'];
  };

  t.is(await refund('bereke'), '0');
  t.is(await refund('alfa'), '5');
});

test('less than a rouble or a dinar cannot be captured or refunded, unless it is everything', async (t) => {
  for (const name of ['alfa', 'sber', 'satim']) {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const orderId = await payWith(simulator, plainCard.pan, orderFor(profile(name)));
    const refund = async (amount: string) => (await simulator.call('refund.do', { orderId, amount }))['errorCode'];

    t.is(await refund('99'), '5', name);
    t.is(await refund('100'), '0', name);
    t.is(await refund('0'), '0', name);
  }
});

test('a number of an order has at most 32 characters at the older banks, and there has to be one', async (t) => {
  const code = async (simulator: TestSimulator, fields: Fields) =>
    (await simulator.call('register.do', fields))['errorCode'];
  const older = await simulatorFor(t, { bank: profile('sber') });
  const newer = await simulatorFor(t, { bank: profile('jcc') });
  const { orderNumber: _, ...unnumbered } = order;

  t.is(await code(older, { ...order, orderNumber: 'x'.repeat(33) }), '1');
  t.is(await code(newer, { ...order, orderNumber: 'x'.repeat(33) }), undefined);
  t.is(await code(older, unnumbered), '4');
  t.is(await code(newer, unnumbered), undefined);
});

test('BT has a status of its own for an order that is refunded in part, and a code for too large a refund', async (t) => {
  const simulator = await simulatorFor(t, { bank: profile('bt') });
  const orderId = await payWith(simulator, plainCard.pan, orderFor(profile('bt')));

  t.is((await simulator.call('refund.do', { orderId, amount: '100001' }))['errorCode'], '8');
  await simulator.call('refund.do', { orderId, amount: '40000' });
  const part = await simulator.status(orderId);
  await simulator.call('refund.do', { orderId });
  const whole = await simulator.status(orderId);

  t.like(part, { orderStatus: 7, paymentAmountInfo: { paymentState: 'PARTIALLY_REFUNDED', depositedAmount: 60_000 } });
  t.like(whole, { orderStatus: 4, paymentAmountInfo: { paymentState: 'REFUNDED', depositedAmount: 0 } });
});

test('a captured payment that is reversed ends as reversed, or as held again, as the bank has it', async (t) => {
  const reversed = async (name: string) => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const orderId = await payWith(simulator, plainCard.pan, order);
    await simulator.call('reverse.do', { orderId });
    const { orderStatus, paymentAmountInfo } = await simulator.status(orderId);
    return [orderStatus, paymentAmountInfo.approvedAmount, paymentAmountInfo.depositedAmount];
  };

  t.deepEqual(await reversed('bpc'), [1, 100_000, 0]);
  t.deepEqual(await reversed('sber'), [3, 100_000, 0]);
  t.deepEqual(await reversed('dsk'), [3, 0, 0]);
});

test('an intermediate capture leaves status 8 at newer banks and is the last one at older ones', async (t) => {
  const captured = async (name: string) => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const orderId = await hold(simulator, order);
    await simulator.call('deposit.do', { orderId, amount: '40000', depositType: '1' });
    return (await simulator.status(orderId))['orderStatus'];
  };

  t.is(await captured('jcc'), 8);
  t.is(await captured('sber'), 2);
});

test('an unpaid order ends with the code of the bank', async (t) => {
  const expired = async (name: string) => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const { orderId } = await simulator.register(order);
    await simulator.clock.advance(1_200_000);
    return (await simulator.status(orderId))['actionCode'];
  };

  t.is(await expired('vtb-kz'), -2014);
  t.is(await expired('alfa'), -2007);
  t.is(await expired('arca'), -2007);
});

test('card numbers are masked as the bank does it', async (t) => {
  const simulator = await simulatorFor(t, { bank: profile('sber') });
  const bindingId = await storedCard(simulator, plainCard, { ...order, orderNumber: 'B-0' });
  const orderId = await payWith(simulator, plainCard.pan, order);

  const { cardAuthInfo } = await simulator.status(orderId);
  const { Pan } = await simulator.call('getOrderStatus.do', { orderId });
  const { bindings } = await simulator.call('getBindings.do', { clientId: 'aida' });

  t.is(cardAuthInfo.pan, '444455XXXXXX3333');
  t.false('maskedPan' in cardAuthInfo);
  t.is(Pan, '444455XXXXXX3333');
  t.like(bindings[0], { bindingId, maskedPan: '444455XXXXXX3333' });
});

test('paying with a stored card wants a tii at BPC and an ip at Alfa', async (t) => {
  for (const [name, wanted] of [
    ['bpc', { tii: 'F' }],
    ['alfa', { ip: '203.0.113.7' }],
  ] as const) {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const bindingId = await storedCard(simulator, plainCard, { ...order, orderNumber: 'B-0' });
    const { orderId: mdOrder } = await simulator.register({ ...order, clientId: 'aida' });

    t.is((await simulator.call('paymentOrderBinding.do', { mdOrder, bindingId }))['errorCode'], 1, name);
    t.is((await simulator.call('paymentOrderBinding.do', { mdOrder, bindingId, ...wanted }))['errorCode'], 0, name);
  }
});

test('3-D Secure 2 is used by default, or if the order asks for it', async (t) => {
  const isVersion2 = async (name: string, fields: Fields = {}) => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const { orderId } = await simulator.register({ ...orderFor(profile(name)), ...fields });
    await payForm(simulator, orderId, frictionlessCard);
    return (await simulator.store.orders.find(orderId))?.attempts[0]?.threeDs?.version === 2;
  };

  t.true(await isVersion2('bereke'));
  t.false(await isVersion2('sber'));
  t.false(await isVersion2('arca'));
  t.true(await isVersion2('arca', { jsonParams: '{"FORCE_3DS2":"true"}' }));
});

test('a language of the bank without texts here keeps its name in addresses', async (t) => {
  const simulator = await simulatorFor(t, { bank: profile('bpc') });
  const { orderId, formUrl } = await simulator.register({ ...orderFor(profile('bpc')), language: 'pl' });

  t.regex(formUrl, /\/payment_pl\.html\?mdOrder=/);
  const page = await fetch(formUrl);
  t.is(page.status, 200);
  t.regex(await page.text(), /<html lang="en"/);
  const { redirect } = await simulator.callBare('declineByClient.do', { mdOrder: orderId });
  t.regex(redirect, new RegExp(`^https://shop\\.example/return\\?orderId=${orderId}&lang=pl$`));
});

test('another language falls back, and ArCa refuses it', async (t) => {
  const register = async (name: string) => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    return simulator.call('register.do', { ...order, language: 'xx' });
  };

  t.regex((await register('vtb-kz'))['formUrl'], /\/merchants\/ecom\/payment\.html\?mdOrder=[\w-]+&language=ru$/);
  t.is((await register('arca'))['errorCode'], 5);
});

test('addresses of the card page are built as at the bank, and lead to it', async (t) => {
  for (const [name, form] of [
    ['bereke', /\/payment\/merchants\/payment_en\.html\?mdOrder=[^&]+$/],
    ['bpc', /\/payment\/merchants\/ecom\/payment_en\.html\?mdOrder=[^&]+$/],
    ['alfa', /\/payment\/merchants\/shop\/payment_en\.html\?mdOrder=[^&]+$/],
    ['alfa-by', /\/payment\/merchants\/shop\/payment_en\.html\?mdOrder=[^&]+$/],
    ['clictopay', /\/payment\/merchants\/CLICTOPAY\/payment_en\.html\?mdOrder=[^&]+$/],
    ['dsk', /\/payment\/merchants\/multiecom\/payment\.html\?mdOrder=[^&]+&language=en$/],
  ] as const) {
    const api = { login: 'shop-api', password: 'secret' };
    const simulator = await simulatorFor(t, { bank: profile(name), merchants: [api] });
    const credentials = { userName: api.login, password: api.password };
    const { formUrl } = await simulator.callBare('register.do', { ...order, ...credentials });

    t.regex(formUrl, form);
    t.is((await fetch(formUrl)).status, 200, name);
  }
});

test('the dinar of ClicToPay has a thousand minor units, and the Belarusian rouble a hundred', async (t) => {
  for (const [name, amount] of [
    ['clictopay', /1,500\.250/],
    ['alfa-by', /15,002\.50/],
  ] as const) {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const { formUrl } = await simulator.register({ ...order, amount: '1500250' });

    t.regex(await (await fetch(formUrl)).text(), amount, name);
  }
});

test('what is not known of a bank is a guess, whatever it is at the bank or line that it is taken from', (t) => {
  for (const name of ['alfa-by', 'clictopay']) {
    const { provenance } = profile(name);
    const unsure = Object.values(provenance).filter(
      ([source, confidence]) => source !== name && confidence !== 'guess',
    );

    t.deepEqual(unsure, [], name);
    t.true(Object.values(provenance).some(([source]) => source === name));
  }
});

test("VTB Kazakhstan answers the page's calls without an order by HTTP 400, with errorCode 5 as a number", async (t) => {
  for (const [name, status, errorCode] of [
    ['vtb-kz', 400, 5],
    ['bereke', 200, 4],
  ] as const) {
    const { restUrl } = await simulatorFor(t, { bank: profile(name) });
    for (const call of ['getSessionStatus.do', 'processform.do', 'declineByClient.do']) {
      const answer = await fetch(new URL(call, restUrl), {
        method: 'POST',
        body: new URLSearchParams({ language: 'en' }),
      });
      t.is(answer.status, status, `${name} ${call}`);
      const { errorCode: code, errorMessage } = (await answer.json()) as Json;
      t.is(code, errorCode);
      t.regex(errorMessage, /^\[(?:MDORDER|mdOrder)\] is empty$/);
    }
  }
});

test('VTB Kazakhstan describes an order that nobody paid in general words', async (t) => {
  for (const [name, general] of [
    ['vtb-kz', true],
    ['jcc', false],
  ] as const) {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const { orderId } = await simulator.register();
    await simulator.clock.advance(86_400_000);
    const { actionCode, actionCodeDescription } = await simulator.status(orderId, { language: 'ru' });
    t.is(actionCode, name === 'jcc' ? profile('jcc').expiredActionCode : -2014);
    t.is(actionCodeDescription === generalDeclineText('ru'), general, actionCodeDescription);
  }
});
