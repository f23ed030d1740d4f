import test from 'ava';
import { sendRaw } from '../helpers/http/raw-request.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import type { Fields, Json } from '../helpers/simulator/simulator.ts';
import { modulesOf } from './modules/all.ts';
import { type BankModule, read } from './modules/bank-module.ts';
import { shopWithModule } from './modules/shop-with-module.ts';

const moduleAt = (bank: string): BankModule => {
  const [module] = modulesOf(bank);
  if (!module) throw new Error(`no module for ${bank}`);
  return module;
};

test('sber: the module for 1C-Bitrix finds an order that waits for its payment by its number, with the link', async (t) => {
  const module = moduleAt('sber');
  const shop = await shopWithModule(t, module);
  const { order, formUrl } = await shop.registerOrder();
  const [asked] = module.before ?? [];
  if (!asked) throw new Error('the module asks before it registers');

  const waiting = await shop.send(asked.send);

  t.false(asked.goesOn(waiting), 'the number is taken');
  t.like(read(waiting), { errorCode: '0', orderStatus: 0, amount: 180_000 });
  const kept = (read(waiting)['merchantOrderParams'] as readonly Json[]).find(({ name }) => name === 'formUrl');
  t.is(kept?.['value'], formUrl, 'the module sends the payer there again');

  await shop.payOn(formUrl);
  t.like(read(await shop.send(asked.send)), { errorCode: '0', orderStatus: 2, amount: 180_000 });
  t.true(module.isPaid(await shop.askStatus(order)));
});

test('sber: an order of another amount makes the module for 1C-Bitrix try the next number', async (t) => {
  const module = moduleAt('sber');
  const shop = await shopWithModule(t, module);
  await shop.registerOrder();
  const [asked] = module.before ?? [];
  if (!asked) throw new Error('the module asks before it registers');
  const next = { ...asked.send, fields: { ...asked.send.fields, orderNumber: '1042_1', amount: '190000' } };

  t.not(read(await shop.send(asked.send))['amount'], 190_000);
  t.true(asked.goesOn(await shop.send(next)));
});

test('bpc: the plugin of BCI stores the card of a subscription, and renews it by a call of JSON', async (t) => {
  const module = moduleAt('bpc');
  const shop = await shopWithModule(t, module);
  const subscription = { clientId: 'wc_customer_7', features: 'FORCE_CREATE_BINDING' };
  const { orderId, formUrl } = read(await shop.register('register.do', subscription));
  await shop.payOn(formUrl);
  const paid = read(await shop.askStatus({ orderId, orderNumber: '' }));
  t.is(paid['bindingInfo'].clientId, 'wc_customer_7');

  const answer = await fetch(`${shop.simulator.url}/payment/recurrentPayment.do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      userName: shop.login,
      password: 'test_user_password',
      orderNumber: 'WC1043-1769932800',
      language: 'en',
      bindingId: paid['bindingInfo'].bindingId,
      amount: 12_500,
      currency: '978',
      description: 'WooCommerce order #1043 - Island Crafts',
      clientId: 'wc_customer_7',
      additionalParameters: { email: 'tere@shop.example' },
    }),
  });

  const renewed = (await answer.json()) as Json;
  t.is(answer.status, 200);
  t.false('success' in renewed && renewed['success'] === false, 'the plugin takes that for an error');
  t.is(String(renewed['errorCode'] ?? '0'), '0');
  const mdOrder = renewed['data']?.orderId ?? renewed['orderId'] ?? renewed['mdOrder'];
  t.true(module.isPaid(await shop.askStatus({ orderId: mdOrder, orderNumber: '' })));
});

test('bpc: the plugin of BCI tells a wrong login from a right one by the text about an order that there is not', async (t) => {
  const shop = await shopWithModule(t, moduleAt('bpc'));
  const speaksOfLogin = (answer: string): boolean =>
    /password|login|credential|authentication|authori[sz]ation|access denied/i.test(read(answer)['errorMessage']);
  const probe = { call: 'getOrderStatusExtended.do', fields: { orderId: 'bci-connection-test-1767254400' } };

  t.false(speaksOfLogin(await shop.send(probe)));
  t.true(speaksOfLogin(await shop.send(probe, { password: 'wrong' })));
});

test('arca: the client of IDBank attaches a card, pays and holds with it, and lets it go', async (t) => {
  const module = moduleAt('arca');
  const shop = await shopWithModule(t, module);
  const call = async (name: string, fields: Fields): Promise<Json> => read(await shop.send({ call: name, fields }));
  const attach = read(await shop.register());
  t.is(attach['errorCode'], 0);
  await pay(attach['formUrl'], { card: plainCard, savesCard: true });
  const found = await call('getBindings.do', { clientId: '17' });
  t.is(found['errorCode'], '0');
  const [{ bindingId }] = found['bindings'];

  const { currency: _, ...byStoredCard } = module.order;
  const payWith = async (registers: string, orderNumber: string, fields: Fields): Promise<string> => {
    const registered = await call(registers, { ...fields, orderNumber });
    t.is(registered['errorCode'], 0, registers);
    const answer = await call('paymentOrderBinding.do', { bindingId, mdOrder: registered['orderId'] });
    t.is(answer['errorCode'], 0, 'the client compares with the number');
    return registered['orderId'];
  };
  const statusOf = async (orderId: string) => (await call('getOrderStatus.do', { orderId }))['orderStatus'];

  t.is(await statusOf(await payWith('register.do', '1767254401', byStoredCard)), 2);
  const { jsonParams: __, ...held } = module.order;
  const orderId = await payWith('registerPreAuth.do', '1767254402', held);
  t.is(await statusOf(orderId), 1);
  const capture = { orderId, language: 'en', currency: '051', pageView: 'DESKTOP', amount: '1000' };
  t.is((await call('deposit.do', capture))['errorCode'], '0');
  t.is(await statusOf(orderId), 2);

  t.is((await call('unBindCard.do', { bindingId }))['errorCode'], '0');
  t.not((await call('paymentOrderBinding.do', { bindingId, mdOrder: orderId }))['errorCode'], 0);
});

test('dsk: the return page of omnipay-dskbank looks into the last orders of the shop, too', async (t) => {
  const module = moduleAt('dsk');
  const shop = await shopWithModule(t, module);
  const { order, formUrl } = await shop.registerOrder();
  const back = await shop.payOn(formUrl);
  t.deepEqual([...back.searchParams.keys()], ['orderId', 'lang'], 'it hands them all to the status');

  const answer = read(
    await shop.send({
      call: 'getLastOrdersForMerchants.do',
      fields: {
        size: '5',
        from: '20251231000000',
        to: '20260102000000',
        transactionStates: 'CREATED,APPROVED,DEPOSITED,DECLINED,REVERSED,REFUNDED',
      },
    }),
  );

  t.is(answer['totalCount'], 1);
  t.is(answer['orderStatuses'][0].orderNumber, order.orderNumber);
});

test('bereke: the client for Go pings the bare address, and closes the connection after three seconds', async (t) => {
  const shop = await shopWithModule(t, moduleAt('bereke'));
  const { pathname, host } = new URL(shop.simulator.restUrl);
  const { status } = await sendRaw(shop.simulator.url, {
    line: `GET ${pathname} HTTP/1.1`,
    headers: [`Host: ${host}`, 'User-Agent: Go-http-client/1.1', 'Connection: close'],
  });
  t.true(status < 500, 'it does not look at the status, but has to get an answer');
});
