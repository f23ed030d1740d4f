import test from 'ava';
import { markedElements, readHtml } from '../../client/customer/read-html.ts';
import { bankNamed, banks } from '../../simulator/banks/all.ts';
import { merchantsOf, startDemoShop } from '../../simulator/commands/demo-shop.ts';
import { readConfig, shopGetsCallbacks } from '../../simulator/commands/read-config.ts';
import { formatAmount } from '../../simulator/data/currencies.ts';
import { createClock } from '../../simulator/runtime/clock.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';

const settings: readonly (readonly [how: string, environment: Readonly<Record<string, string>>])[] = [
  ...banks.map(({ name }) => [`at ${name}`, { BANK: name }] as const),
  ['with the gateway`s key', { CALLBACK_CHECKSUM: 'rsa', CALLBACK_METHOD: 'POST' }],
  ['with tokens', { CALLBACK_CHECKSUM: 'jwt', CALLBACK_TOKEN: 'c2hvcC10b2tlbg==' }],
  ['with any login', { MERCHANTS: '*' }],
];

for (const [how, environment] of settings) {
  test(`the demo shop learns of a payment ${how}, though the customer never comes back`, async (t) => {
    const config = readConfig({ SHOP_PORT: '0', ...environment });
    const bank = bankNamed(config.bank);
    const { callbackMethod: method, callbackChecksum: checksum, callbackToken: token } = config;
    const simulator = await simulatorFor(t, {
      clock: createClock(),
      ...(bank && { bank }),
      merchants: merchantsOf(config),
      callbacks: { method, ...(checksum !== '' && { checksum }), ...(token !== '' && { token }) },
    });
    const shop = await startDemoShop(config, simulator);
    t.teardown(shop.stop);

    const body = new URLSearchParams({ product: 'tea-bowl', quantity: '1' });
    const bought = await fetch(`${shop.url}/buy`, { method: 'POST', redirect: 'manual', body });
    await pay(bought.headers.get('location') ?? '', { card: plainCard });
    await simulator.settled();
    const orders = await (await fetch(`${shop.url}/orders`)).text();
    const [{ value: id } = { value: '' }] = markedElements(readHtml(orders), 'data-order');
    const page = await (await fetch(`${shop.url}/orders/${id}`)).text();

    t.deepEqual(
      markedElements(readHtml(page), 'data-call').map(({ value }) => value),
      ['deposited'],
    );
    t.is(markedElements(readHtml(page), 'data-result')[0]?.value, 'paid');
    t.true(page.includes(formatAmount(450_000, simulator.bank.currency, 'en')));
  });
}

test('the demo shop gets no callbacks where they have another address, or no proof', (t) => {
  t.true(shopGetsCallbacks(readConfig({})));
  t.false(shopGetsCallbacks(readConfig({ CALLBACK_URL: 'http://127.0.0.1:3001/callback' })));
  t.false(shopGetsCallbacks(readConfig({ CALLBACK_CHECKSUM: 'none' })));
});
