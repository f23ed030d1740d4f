import test from 'ava';
import { SandboxClient } from '../../../client/index.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { clientOf, order, rejection } from './stub-gateway.ts';

const page = '<!doctype html><title>Nothing here';

const wrongBases: readonly (readonly [path: string, advice: string])[] = [
  ['', 'the base address ends with /payment/rest/'],
  ['/payment', 'the base address ends with /payment/rest/'],
  ['/payment/rest', 'expected a gateway with this base address: {origin}/payment/rest/'],
];

for (const [path, advice] of wrongBases) {
  for (const status of [404, 405, 301]) {
    test(`HTTP ${status} at a base address that ends with "${path}" says which one was expected`, async (t) => {
      const { origin } = await stubServer(t, () => ({ status, body: page }));

      const error = await rejection(t, clientOf(`${origin}${path}`, { retries: 0 }).register(order));

      t.is(
        error.message,
        `register.do: ${origin} answers HTTP ${status} at ${path}/register.do: ${advice.replace('{origin}', origin)}`,
      );
    });
  }

  test(`a page at a base address that ends with "${path}" says which one was expected`, async (t) => {
    const { origin } = await stubServer(t, () => ({ body: page }));

    const error = await rejection(t, clientOf(`${origin}${path}`, { retries: 0 }).register(order));

    t.is(
      error.message,
      `register.do: ${origin} answers a page, not JSON at ${path}/register.do: ${advice.replace('{origin}', origin)}: ${page}`,
    );
  });
}

test('a refused connection says where a gateway was expected', async (t) => {
  const { origin, stop } = await stubServer(t, () => ({}));
  await stop();

  const error = await rejection(t, clientOf(`${origin}/payment/rest/`, { retries: 0 }).register(order));

  t.is(
    error.message,
    `register.do: cannot reach ${origin} (ECONNREFUSED): nothing listens there; expected a gateway with this base address: ${origin}/payment/rest/`,
  );
});

test('the control API at a wrong address says which one was expected', async (t) => {
  const notFound = await stubServer(t, () => ({ status: 404, body: page }));
  const website = await stubServer(t, () => ({ body: page }));
  const advice = 'expected the address of the gateway, such as http://localhost:8080, or that of its CONTROL_PORT';

  const refused = await t.throwsAsync(new SandboxClient({ url: notFound.origin }).call('GET /merchants'));
  const unreadable = await t.throwsAsync(new SandboxClient({ url: website.origin }).call('GET /merchants'));

  t.is(refused?.message, `GET /merchants: ${notFound.origin} answers HTTP 404 at /sandbox/merchants: ${advice}`);
  t.is(
    unreadable?.message,
    `GET /merchants: ${website.origin} answers a page, not JSON at /sandbox/merchants: ${advice}: ${page}`,
  );
});
