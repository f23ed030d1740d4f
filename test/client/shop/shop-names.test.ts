import test from 'ava';
import { shopFor } from '../../helpers/shop/shop.ts';
import { ask } from '../../helpers/simulator/ask.ts';

type Shop = Awaited<ReturnType<typeof shopFor>>;

/** Buys as a browser that reached the shop by a name: the address of the payment page, and that of the way back. */
const buyAs = async (shop: Shop, headers: Readonly<Record<string, string>>) => {
  const answer = await ask(`http://127.0.0.1:${shop.port}/buy`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'product=tea-bowl&quantity=1',
  });
  return {
    payUrl: new URL(answer.headers.location ?? ''),
    policy: String(answer.headers['content-security-policy']),
    returnUrl: new URL(shop.registered().get('returnUrl') ?? ''),
    failUrl: new URL(shop.registered().get('failUrl') ?? ''),
  };
};

const gatewayPort = ({ gateway }: Shop): string => new URL(gateway.origin).port;

for (const name of ['192.168.1.5', 'laptop.local', 'localhost', '[fd00::5]'])
  test(`a customer who reaches the shop as ${name} pays and comes back under this name`, async (t) => {
    const shop = await shopFor(t);

    const { payUrl, policy, returnUrl, failUrl } = await buyAs(shop, { host: `${name}:3000` });

    const payOrigin = `http://${name}:${gatewayPort(shop)}`;
    t.is(payUrl.origin, payOrigin);
    t.is(payUrl.pathname, '/payment/merchants/shop/payment_en.html');
    t.regex(policy, new RegExp(`form-action 'self' \\S+ ${payOrigin.replaceAll(/[[\].]/g, '\\$&')};`));
    t.is(returnUrl.origin, `http://${name}:3000`);
    t.is(failUrl.origin, `http://${name}:3000`);
  });

test('two customers at the same time have each their own way back', async (t) => {
  const shop = await shopFor(t);

  const phone = await buyAs(shop, { host: '192.168.1.5:3000' });
  const laptop = await buyAs(shop, { host: 'localhost:3000' });

  t.is(phone.returnUrl.host, '192.168.1.5:3000');
  t.is(laptop.returnUrl.host, 'localhost:3000');
});

test('the link back to the payment page has the name that the browser used', async (t) => {
  const shop = await shopFor(t);
  await buyAs(shop, { host: '192.168.1.5:3000' });

  for (const name of ['192.168.1.5', 'laptop.local']) {
    const { text } = await ask(`http://127.0.0.1:${shop.port}${shop.returnPath()}`, {
      method: 'GET',
      headers: { host: `${name}:3000` },
    });
    t.true(text.includes(`href="http://${name}:${gatewayPort(shop)}/payment/merchants/`), name);
  }
});

test('a form that was sent from https leads back to https; a page of another site changes nothing', async (t) => {
  const shop = await shopFor(t);

  const secure = await buyAs(shop, { host: 'shop.example.test', origin: 'https://shop.example.test' });
  const foreign = await buyAs(shop, { host: 'localhost:3000', origin: 'https://evil.example' });

  t.is(secure.returnUrl.origin, 'https://shop.example.test');
  t.is(foreign.returnUrl.origin, 'http://localhost:3000');
});

for (const host of [':::', '[', 'a:b:c', 'x:99999', 'a"b'])
  test(`the Host header ${host} is no address: the shop's own is taken`, async (t) => {
    const shop = await shopFor(t);

    const { payUrl, returnUrl } = await buyAs(shop, { host });

    t.is(payUrl.origin, shop.gateway.origin);
    t.is(returnUrl.origin, shop.url);
  });

test('fixed addresses win over the name that the browser used', async (t) => {
  const shop = await shopFor(t, { publicGatewayUrl: 'https://pay.example/', publicUrl: 'https://dala.example/' });

  const { payUrl, returnUrl } = await buyAs(shop, { host: '192.168.1.5:3000' });

  t.is(payUrl.origin, 'https://pay.example');
  t.is(returnUrl.origin, 'https://dala.example');
});
