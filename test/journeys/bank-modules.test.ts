import test, { type ExecutionContext } from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import { challengeThatFails, pay } from '../helpers/payments/pay.ts';
import { bankModules } from './modules/all.ts';
import type { BankModule, ModuleStory } from './modules/bank-module.ts';
import { shopWithModule } from './modules/shop-with-module.ts';

test('each bank has a module from which its journeys begin, with a public source', (t) => {
  t.deepEqual([...new Set(bankModules.map(({ bank }) => bank))].sort(), banks.map(({ name }) => name).sort());
  for (const { name, source, reads } of bankModules) {
    t.regex(source, /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/, name);
    t.true(reads.length > 0, name);
  }
});

/** It registers its callback address at the merchant portal, whose path names the merchant without `-api`. */
const setUpAtPortal = async (
  t: ExecutionContext,
  { simulator, receiver, login }: Awaited<ReturnType<typeof shopWithModule>>,
): Promise<void> => {
  const portal = `${simulator.url}/mportal/mvc/public/merchant/update/${login.slice(0, -4)}`;
  const answer = await fetch(portal, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${login}:test_user_password`).toString('base64')}`,
    },
    body: JSON.stringify({
      callbacks_enabled: true,
      callback_type: 'STATIC',
      callback_addresses: receiver.url,
      callback_http_method: 'GET',
      callback_operations: 'deposited,approved,declinedByTimeout',
    }),
  });
  t.is(answer.status, 200);
};

const isPaidJourney = async (t: ExecutionContext, module: BankModule): Promise<void> => {
  const shop = await shopWithModule(t, module);
  const { simulator, receiver, askStatus } = shop;
  if (module.callback?.setIn === 'portal') await setUpAtPortal(t, shop);

  const { order, formUrl } = await shop.registerOrder();
  if (!module.asksOnlyOnReturn) t.false(module.isPaid(await askStatus(order)), 'nobody has paid yet');
  const back = await shop.payOn(formUrl);

  t.true(back.href.startsWith(new URL(module.order['returnUrl'] ?? '').href), back.href);
  t.is(back.searchParams.get('orderId'), order.orderId, 'the module looks the order up by it');
  const status = await askStatus(order);
  t.true(module.isPaid(status), status);
  shop.finds(status, module.keeps);

  await simulator.settled();
  if (!module.callback) return;
  t.deepEqual(
    receiver.heard.map(({ method, values, fault }) => [method, values['mdOrder'], values['operation'], fault]),
    [['GET', order.orderId, 'deposited', undefined]],
  );
  const told = { ...order, orderId: receiver.heard[0]?.values['mdOrder'] ?? '' };
  t.true(module.isPaid(await askStatus(told)));
};

const isRefusedJourney = async (t: ExecutionContext, module: BankModule): Promise<void> => {
  const shop = await shopWithModule(t, module);
  const { orderNumber } = module.order;
  t.false(module.isRegistered(await shop.register('register.do', { password: 'wrong' })), 'a wrong password');
  t.false(module.isRegistered(await shop.register('register.do', { amount: '' })), 'no amount');

  const { order, formUrl } = await shop.registerOrder();
  t.false(module.isRegistered(await shop.register()), `the number ${orderNumber} again`);
  const cards = Array.from({ length: shop.bank.paymentAttempts }, () => challengeThatFails);
  const walk = await pay(formUrl, { cards });

  t.is(walk.end, 'shop');
  t.is(new URL(walk.url).searchParams.get('orderId'), order.orderId);
  t.false(module.isPaid(await shop.askStatus(order)), 'no card went through');
};

const laterJourney = async (t: ExecutionContext, module: BankModule, { on, acts }: ModuleStory): Promise<void> => {
  const shop = await shopWithModule(t, module);
  const { order, formUrl } = await shop.registerOrder(on === 'held' ? 'registerPreAuth.do' : 'register.do');
  if (on !== 'registered') await shop.payOn(formUrl);
  for (const { send, wentWell, leaves } of acts) {
    const answer = await shop.send(send(order));
    t.true(wentWell(answer), answer);
    shop.finds(await shop.askStatus(order), leaves);
  }
};

for (const module of bankModules) {
  const { bank, stories = [] } = module;
  const name = [module.name, ...(module.variant ? [module.variant] : [])].join(' ');
  test(`${bank}: ${name} registers an order, which is paid with 3-D Secure`, (t) => isPaidJourney(t, module));
  test(`${bank}: ${name} sees that an order is refused, and one that no card pays`, (t) => isRefusedJourney(t, module));
  for (const story of stories) test(`${bank}: ${name} ${story.name}`, (t) => laterJourney(t, module, story));
}
