import { startSimulator } from '../../../simulator/simulator.ts';
import { openStore } from '../../../simulator/store/open-store.ts';
import { testsOn } from '../../helpers/ava/tests-on-store.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { sharedPostgres } from '../../helpers/stores/shared-postgres.ts';

const testOnPostgres = testsOn('postgres');

testOnPostgres('a gateway knows the callbacks of every process with the same store, and no other', async (t) => {
  const server = await sharedPostgres();
  const [address, otherAddress] = [await server.makeDatabase(), await server.makeDatabase()];
  const start = async (at: Parameters<typeof openStore>[0]) => {
    const simulator = await startSimulator({ store: await openStore(at), logLevel: 'error' });
    t.teardown(simulator.stop);
    return simulator;
  };
  const [one, two, other] = await Promise.all([start(address), start(address), start(otherAddress)]);
  const shop = await receiverFor(t);
  const { login: merchant, password } = (await one.merchants())[0] ?? { login: '', password: '' };
  const call = (endpoint: string, fields: Readonly<Record<string, string>>) =>
    ask(one.restUrl + endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ userName: merchant, password, ...fields }).toString(),
    });
  await call('instantPayment.do', {
    ...{ amount: '100', returnUrl: shop.url, backUrl: shop.url, dynamicCallbackUrl: shop.url },
    ...{ pan: '4444555511113333', cvc: '123', expiry: '203412', cardHolderName: 'AIDA' },
  });
  await shop.hasReceived();
  const headers = { 'tillbox-callback': String(shop.received[0]?.headers['tillbox-callback']) };
  const statusAt = async ({ url }: { readonly url: string }) =>
    (await ask(`${url}/sandbox/health`, { method: 'GET', headers })).status;
  t.is(await statusAt(one), 403);
  t.is(await statusAt(two), 403);
  t.is(await statusAt(other), 200);
});
