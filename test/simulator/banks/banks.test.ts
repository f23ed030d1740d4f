import test from 'ava';
import { bankNamed, banks } from '../../../simulator/banks/all.ts';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { frictionlessCard, plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import {
  type Fields,
  type Json,
  login,
  simulatorFor,
  startMs,
  type TestSimulator,
} from '../../helpers/simulator/simulator.ts';

const merchant = { login: 'test_user', password: 'test_user_password' };

const profile = (name: string): Bank => {
  const bank = bankNamed(name);
  if (!bank) throw new Error(`no bank ${name}`);
  return bank;
};

/** BT requires the customer and the address in a cart. */
const cart = (amount: number): string =>
  JSON.stringify({
    customerDetails: {
      email: 'aida@shop.example',
      phone: '40700000000',
      billingInfo: { country: 'RO', city: 'Cluj', postAddress: 'Str. Mica 1' },
    },
    cartItems: {
      items: [{ positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pcs' }, itemAmount: amount }],
    },
  });

const order: Fields = {
  orderNumber: 'B-1',
  amount: '100000',
  returnUrl: 'https://shop.example/return',
  language: 'en',
};

/** An order that every bank takes. */
const orderFor = ({ wantsCart }: Bank): Fields => (wantsCart ? { ...order, orderBundle: cart(100_000) } : order);

const success = { errorMessage: 'Success' };
const text = { errorCode: '0', ...success };
const flagged = { ...text, error: false };

interface Dialect {
  readonly registered: Json;
  readonly denied: Json;
  readonly done: Json;
  readonly refused: Json;
  readonly unknown: Json;
  readonly legacy: Json;
}

/** How answers look at most banks, without their texts. */
const usualDialect: Dialect = {
  registered: {},
  denied: { errorCode: '5' },
  done: text,
  refused: { errorCode: '7' },
  unknown: { errorCode: '6', merchantOrderParams: [], attributes: [] },
  legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
};

/** How they look at the others. */
const dialects: Readonly<Record<string, Dialect>> = {
  bpc: {
    registered: {},
    denied: { errorCode: '5' },
    done: { errorCode: 0, ...success },
    refused: { errorCode: '7' },
    unknown: { errorCode: '6', merchantOrderParams: [], attributes: [] },
    legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
  },
  bt: {
    registered: {},
    denied: { errorCode: '5', error: true },
    done: flagged,
    refused: { errorCode: '7', error: true },
    unknown: { errorCode: '6', error: true, merchantOrderParams: [], attributes: [] },
    legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
  },
  arca: {
    registered: { errorCode: 0, errorCodeString: '0', error: false },
    denied: { errorCode: 5, errorCodeString: '5', error: true },
    done: flagged,
    refused: { errorCode: 7, errorCodeString: '7', error: true },
    unknown: { errorCode: 6, errorCodeString: '6', error: true, merchantOrderParams: [], attributes: [] },
    legacy: { errorCode: '0', errorMessage: 'Success', orderStatus: 2, error: false },
  },
  satim: {
    registered: { errorCode: 0 },
    denied: { errorCode: 5 },
    done: text,
    refused: { errorCode: '7' },
    unknown: {},
    legacy: { ErrorCode: '0', ErrorMessage: 'Success', OrderStatus: 2 },
  },
};

const withoutTexts = ({ errorMessage: _, ...answer }: Json): Json => answer;

test('each dialect is that of a bank', (t) => {
  const names = new Set(banks.map(({ name }) => name));
  t.deepEqual(
    Object.keys(dialects).filter((name) => !names.has(name)),
    [],
  );
});

for (const bank of banks) {
  const { registered, denied, done, refused, unknown, legacy } = dialects[bank.name] ?? usualDialect;

  test(`${bank.name} says yes and no in its own way`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const { orderId, formUrl, ...rest } = await simulator.call('register.do', orderFor(bank));
    const held = await hold(simulator, { ...orderFor(bank), orderNumber: 'B-2' });

    t.deepEqual(rest, registered as Json);
    t.is(new URL(formUrl).searchParams.get('mdOrder'), orderId);
    const wrong = await simulator.call('register.do', { ...orderFor(bank), password: 'wrong', language: 'en' });
    t.deepEqual(withoutTexts(wrong), denied as Json);
    const tooEarly = await simulator.call('refund.do', { orderId, amount: '1000' });
    t.deepEqual(withoutTexts(tooEarly), refused as Json);
    t.deepEqual(await simulator.call('deposit.do', { orderId: held, amount: '0', language: 'en' }), done as Json);
    t.like(await simulator.call('getOrderStatus.do', { orderId: held, language: 'en' }), legacy as Json);
    if (bank.unknownOrderHttpStatus !== 200) return;
    const nothing = await simulator.call('getOrderStatusExtended.do', { orderId: 'nobody' });
    t.deepEqual(withoutTexts(nothing), unknown as Json);
  });

  test(`${bank.name} answers with its content type, in its currency and country`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const orderId = await payWith(simulator, plainCard.pan, orderFor(bank));

    const answer = await fetch(`${simulator.restUrl}getOrderStatusExtended.do`, {
      method: 'POST',
      body: new URLSearchParams({ ...login, orderId }),
    });

    t.is(answer.headers.get('content-type'), bank.contentType);
    const status = (await answer.json()) as Json;
    t.like(status, { orderStatus: 2, currency: bank.currency, bankInfo: { bankCountryCode: bank.country } });
    t.regex(status['bankInfo'].bankCountryName, /^\p{Lu}\p{Ll}+/u, 'the country has a name');
  });

  test(`every fact of ${bank.name} has a source, and a guess is called one`, (t) => {
    const facts = Object.keys(bank).filter((name) => name !== 'name' && name !== 'provenance');
    t.deepEqual(Object.keys(bank.provenance).toSorted(), facts.toSorted());
    for (const [fact, [source, confidence]] of Object.entries(bank.provenance)) {
      if (source === 'guess') t.is(confidence, 'guess', fact);
    }
    t.true(bank.currencies.includes(bank.currency));
  });
}

test('SATIM answers 401 with a bare text if the order is unknown', async (t) => {
  const { restUrl } = await simulatorFor(t, { bank: profile('satim') });
  const body = new URLSearchParams({ ...login, orderId: 'nobody', language: 'en' });

  const answer = await fetch(`${restUrl}getOrderStatusExtended.do`, { method: 'POST', body });

  t.is(answer.status, 401);
  t.is(typeof (await answer.json()), 'string');
});

test('a number of an order is enough for an operation, but not at Alfa', async (t) => {
  const refund = async (name: string): Promise<unknown> => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    await payWith(simulator, plainCard.pan, order);
    return (await simulator.call('refund.do', { orderNumber: 'B-1', amount: '1000' }))['errorCode'];
  };

  t.is(await refund('bereke'), '0');
  t.is(await refund('alfa'), '4');
});

test('less than a rouble or a dinar cannot be captured or refunded, unless it is everything', async (t) => {
  for (const name of ['alfa', 'sber', 'satim']) {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    const orderId = await payWith(simulator, plainCard.pan, order);
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

  t.is(await code(older, { ...order, orderNumber: 'x'.repeat(33) }), '5');
  t.is(await code(newer, { ...order, orderNumber: 'x'.repeat(33) }), undefined);
  t.is(await code(older, unnumbered), '4');
  t.is(await code(newer, unnumbered), undefined);
});

test('BT wants a cart with the address of the customer', async (t) => {
  const simulator = await simulatorFor(t, { bank: profile('bt') });
  const register = async (fields: Fields) => simulator.call('register.do', { ...order, ...fields });
  const without = (name: string) => cart(100_000).replaceAll(`"${name}"`, '"something"');

  t.is((await register({}))['errorCode'], '4');
  for (const name of ['customerDetails', 'email', 'phone', 'billingInfo', 'city'])
    t.is((await register({ orderBundle: without(name) }))['errorCode'], '8', name);
  t.truthy((await register({ orderBundle: cart(100_000) }))['formUrl']);
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

    t.is((await simulator.call('paymentOrderBinding.do', { mdOrder, bindingId }))['errorCode'], 4, name);
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
  const simulator = await simulatorFor(t, { bank: profile('bt') });
  const { orderId, formUrl } = await simulator.register({ ...orderFor(profile('bt')), language: 'ro' });

  t.regex(formUrl, /\/merchants\/test_user\/payment_ro\.html\?mdOrder=/);
  const page = await fetch(formUrl);
  t.is(page.status, 200);
  t.regex(await page.text(), /<html lang="en"/);
  const { redirect } = await simulator.callBare('declineByClient.do', { mdOrder: orderId });
  t.is(redirect, `https://shop.example/return?orderId=${orderId}&lang=ro`);
});

test('another language falls back, and ArCa refuses it', async (t) => {
  const register = async (name: string) => {
    const simulator = await simulatorFor(t, { bank: profile(name) });
    return simulator.call('register.do', { ...order, language: 'xx' });
  };

  t.regex((await register('vtb-kz'))['formUrl'], /payment_ru\.html/);
  t.is((await register('arca'))['errorCode'], 5);
});

test('addresses of the card page are built as at the bank, and lead to it', async (t) => {
  for (const [name, form] of [
    ['bereke', /\/payment\/merchants\/payment_en\.html\?mdOrder=[^&]+$/],
    ['bpc', /\/payment\/merchants\/ecom\/payment_en\.html\?mdOrder=[^&]+$/],
    ['alfa', /\/payment\/merchants\/shop\/payment_en\.html\?mdOrder=[^&]+$/],
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

test('a merchant may have a bank, a version and a style of its own', async (t) => {
  const own = { login: 'other', password: 'other', bank: 'arca', statusVersion: 1, errorCodeStyle: 'number' as const };
  const simulator = await simulatorFor(t, { merchants: [merchant, own] });
  const credentials = { userName: 'other', password: 'other' };

  const registered = await simulator.callBare('register.do', { ...order, ...credentials });
  const closed = await simulator.callBare('decline.do', { orderId: registered['orderId'], ...credentials });
  const status = await simulator.callBare('getOrderStatusExtended.do', {
    orderId: registered['orderId'],
    ...credentials,
  });

  t.like(registered, { errorCode: 0, errorCodeString: '0' });
  t.like(closed, { errorCode: 0, errorMessage: 'Success' });
  t.like(status, { currency: '051', orderStatus: 6 });
  t.false('paymentAmountInfo' in status);
  t.false('errorCode' in (await simulator.call('register.do', order)), 'the others have the bank of the process');
});

test('a process may have another version and style than its bank', async (t) => {
  const simulator = await simulatorFor(t, { statusVersion: 2, errorCodeStyle: 'number' });
  const orderId = await hold(simulator, order);

  t.deepEqual(await simulator.call('deposit.do', { orderId }), { errorCode: 0, errorMessage: 'Success' });
  t.is((await simulator.call('deposit.do', { orderId }))['errorCode'], '7', 'a refusal stays a text');
  t.like(await simulator.status(orderId), { errorCode: '0', authDateTime: startMs, orderStatus: 2 });
});

/** From which version on a paid order has a field. Source: BPC REST documentation. */
const versions: readonly (readonly [since: number, find: (status: Json) => unknown])[] = [
  [2, ({ authDateTime }) => authDateTime],
  [2, ({ terminalId }) => terminalId],
  [2, ({ authRefNum }) => authRefNum],
  [3, ({ paymentAmountInfo }) => paymentAmountInfo],
  [3, ({ bankInfo }) => bankInfo],
  [5, ({ refunds }) => refunds],
  [6, ({ chargeback }) => chargeback],
  [8, ({ cardAuthInfo }) => cardAuthInfo.paymentSystem],
  [9, ({ paymentWay }) => paymentWay],
  [10, ({ depositedDate }) => depositedDate],
  [12, ({ refundedDate }) => refundedDate],
  [13, ({ payerData }) => payerData],
  [14, ({ transactionAttributes }) => transactionAttributes],
  [17, ({ cardAuthInfo }) => cardAuthInfo.productCategory],
  [18, ({ paymentAmountInfo }) => paymentAmountInfo?.totalAmount],
  [21, ({ refunds }) => refunds?.[0].externalRefundId],
  [26, ({ refunds }) => refunds?.[0].approvalCode],
  [30, ({ cardAuthInfo }) => cardAuthInfo.secureAuthInfo.aresTransStatus],
  [33, ({ displayErrorMessage }) => displayErrorMessage],
  [34, ({ orderBundle }) => orderBundle?.cartItems.items[0].depositedItemAmount],
  [35, ({ cardAuthInfo }) => cardAuthInfo.corporateCard],
  [42, ({ cardAuthInfo }) => cardAuthInfo.secureAuthInfo.threeDsType],
  [46, ({ mcc }) => mcc],
];

test('a version of the status has its own fields and those of all before it', async (t) => {
  const numbers = [...new Set([0, ...versions.map(([since]) => since)])];
  const merchants = numbers.map((statusVersion) => ({ login: `v${statusVersion}`, password: 'p', statusVersion }));
  const simulator = await simulatorFor(t, { merchants: [merchant, ...merchants] });
  const fields = { ...order, mcc: '5812', email: 'aida@shop.example', orderBundle: cart(100_000) };
  for (const { login: userName, statusVersion } of merchants) {
    const credentials = { userName, password: 'p' };
    const orderId = await payWith(simulator, frictionlessCard.pan, { ...fields, ...credentials });
    await simulator.callBare('refund.do', { ...credentials, orderId, amount: '1000', externalRefundId: 'r-1' });

    const status = await simulator.callBare('getOrderStatusExtended.do', { ...credentials, orderId });

    for (const [since, find] of versions)
      t.is(find(status) !== undefined, statusVersion >= since, `${find} in version ${statusVersion}`);
    t.like(status, {
      errorCode: '0',
      orderStatus: 4,
      amount: 100_000,
      attributes: [{ name: 'mdOrder', value: orderId }],
    });
    t.is('authTypeIndicator' in status['cardAuthInfo'].secureAuthInfo, statusVersion <= 42);
  }
});
