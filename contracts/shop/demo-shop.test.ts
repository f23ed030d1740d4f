import path from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { stubServer } from '../../test/helpers/http/stub-server.ts';
import { descriptionsIn } from '../pact/pact-file.ts';
import { callbackPact } from '../pact/pacts.ts';
import { quietVerifier } from '../pact/quiet-verifier.ts';
import { rejectBroken } from '../pact/reject-broken.ts';
import { runScript } from '../pact/run-script.ts';
import { summarise } from '../pact/summary.ts';
import { brokenShops } from './broken-shops.ts';
import { type ShopFault, startDemoShop } from './demo-shop.ts';
import type { ShopJob } from './verification-process.ts';

const verify = quietVerifier<ShopJob>(new URL('verification-process.ts', import.meta.url));

test('the demo shop hears every callback of the gateway, and none that is forged', async (t) => {
  const report = await verify({ pactFile: callbackPact });

  summarise('the demo shop', report);
  t.true(report.accepted, report.output);
  t.deepEqual(report.interactions, descriptionsIn(callbackPact));
});

rejectBroken('shop', brokenShops, (broken) => verify({ pactFile: callbackPact, broken }));

test('a shop of anybody is verified by its address, its token and its states', async (t) => {
  const { code, output } = await verifyShop(await shopElsewhere(t), { SHOP_METHOD: 'GET' });

  t.is(code, 0, output);
  t.regex(output, /left out: the gateway tells that an order is paid, by POST\n/);
  t.regex(output, /left out: the gateway tells that an order is paid, as a JSON Web Token\n/);
  t.regex(output, /the gateway tells that an order is paid, by GET \(/);
});

test('a shop of anybody that believes forged callbacks is not accepted', async (t) => {
  const { code, output } = await verifyShop(await shopElsewhere(t, async () => 200), { SHOP_PROOF: 'jwt' });

  t.is(code, 1);
  t.regex(output, /as a JSON Web Token: forgery: a forged callback was accepted\n/);
});

test('a state that the shop does not reach is no verdict on the shop', async (t) => {
  const states = await stubServer(t, () => ({ status: 500, body: 'out of order' }));
  const { code, output } = await verifyShop(await shopElsewhere(t), { SHOP_STATES_URL: states.origin });

  t.is(code, 1);
  t.regex(output, /"the shop checks callbacks with its token" was not reached: HTTP 500 out of order/);
});

/** A shop that the verifier knows by its addresses only. */
const shopElsewhere = async (t: ExecutionContext, fault?: ShopFault) => {
  const shop = await startDemoShop(fault);
  t.teardown(shop.stop);
  const states = await stubServer(t, async ({ body }) => {
    const said = await shop.change(JSON.parse(body)).catch(() => undefined);
    return said ? { body: said } : { status: 500 };
  });
  return {
    SHOP_CALLBACK_URL: shop.callbackUrl,
    SHOP_CALLBACK_TOKEN: shop.token,
    SHOP_STATES_URL: states.origin,
  };
};

/** Runs the command for people. */
const verifyShop = (...settings: readonly Readonly<Record<string, string>>[]) =>
  runScript([path.join(import.meta.dirname, 'verify-shop.ts')], Object.assign({}, ...settings));
