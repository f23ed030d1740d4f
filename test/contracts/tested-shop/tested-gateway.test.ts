import test from 'ava';
import { CannotTry } from '../../../contracts/report/cannot-try.ts';
import { openTestedGateway } from '../../../contracts/tested-shop/tested-gateway.ts';
import { startSimulator } from '../../../simulator/simulator.ts';

test('a gateway is started for the command, with a merchant for each run', async (t) => {
  const gateway = await openTestedGateway({ options: { bank: 'sber' } });
  t.teardown(gateway.stop);
  const [one, other] = [await gateway.makeMerchant(), await gateway.makeMerchant()];
  t.not(one.login, other.login);
  t.is(one.bank, 'sber');
  t.deepEqual(gateway.environmentOf(one), {
    TILLBOX_URL: gateway.url,
    TILLBOX_REST_URL: one.restUrl,
    TILLBOX_LOGIN: one.login,
    TILLBOX_PASSWORD: one.password,
  });
  t.is((await fetch(`${gateway.url}/sandbox/health`)).status, 200);
});

test('of a gateway elsewhere, the merchants made for the command are deleted in the end', async (t) => {
  await using simulator = await startSimulator({ controlToken: 'secret' });
  const gateway = await openTestedGateway({ sandbox: `${simulator.url}/`, token: 'secret', options: {} });
  const { login, ...merchant } = await gateway.makeMerchant();
  t.like(gateway.environmentOf({ login, ...merchant }), { TILLBOX_URL: simulator.url, TILLBOX_TOKEN: 'secret' });
  t.true((await simulator.merchants()).some((one) => one.login === login));
  await gateway.sandbox.deleteMerchant(await gateway.makeMerchant());
  await gateway.stop();
  t.false((await simulator.merchants()).some((one) => one.login === login));
});

test('a port that is taken cannot be tried', async (t) => {
  await using simulator = await startSimulator();
  const port = Number(new URL(simulator.url).port);
  await t.throwsAsync(openTestedGateway({ port, options: {} }), { instanceOf: CannotTry, message: /EADDRINUSE/ });
});
