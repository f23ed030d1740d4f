import test from 'ava';
import { exchangeBytes } from '../../helpers/http/raw-request.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const good = [
  '{host}',
  'localhost',
  'localhost:{port}',
  'LOCALHOST:{port}',
  'localhost.',
  'shop.localhost:{port}',
  'a.b.localhost',
  '127.0.0.1',
  '127.0.0.1:9999',
  '192.168.1.20:{port}',
  '[::1]:{port}',
  '[fe80::1]',
];

const bad = [
  'evil.example',
  'evil.example:{port}',
  'evil.local',
  'x.internal',
  'tillbox',
  'bank.test',
  'localhost.evil.example',
  'notlocalhost',
  'localhost.evil',
  '127.0.0.1.evil.example',
  '127.0.0.1.nip.io:{port}',
  '0x7f000001',
  '2130706433',
  'evil.example#.localhost.',
  'localhost@evil.example',
  '[::1].evil.example',
  'evil.example:80:{port}',
  'лocalhost',
  ' ',
];

const paths = [
  '/payment/rest/register.do',
  '/payment/merchants/x/payment_ru.html',
  '/acs/challenge',
  '/sandbox/health',
  '/',
  '/sandbox/merchants',
];

const nameFor = ({ url }: TestSimulator, host: string): string => {
  const own = new URL(url);
  return Buffer.from(host.replace('{host}', own.host).replace('{port}', own.port)).toString('latin1');
};

const statusAs = async (
  simulator: TestSimulator,
  host: string,
  path: string,
): Promise<{ status: number; text: string }> =>
  ask(new URL(path, simulator.url), { method: 'GET', headers: { host: nameFor(simulator, host) } });

for (const host of good)
  test(`on an address of this machine the gateway answers as ${host}`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const path of paths) t.not((await statusAs(simulator, host, path)).status, 421, path);
  });

for (const host of bad)
  test(`on an address of this machine it does not answer as ${host}`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const path of paths) {
      const { status, text } = await statusAs(simulator, host, path);
      t.is(status, 421, path);
      t.regex(text, /PUBLIC_URL/);
      t.regex(text, /HOSTS/);
    }
  });

test('HOSTS adds names, on every address', async (t) => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const simulator = await simulatorFor(t, { hosts: ['Bank.Test'], host, controlToken: 'made-up' });
    t.is((await statusAs(simulator, 'bank.test:{port}', '/sandbox/health')).status, 200);
    t.is((await statusAs(simulator, 'BANK.test', '/sandbox/health')).status, 200);
    t.is((await statusAs(simulator, 'other.test', '/sandbox/health')).status, 421);
  }
});

test('with PUBLIC_URL, or on an address that others reach, it answers as any name', async (t) => {
  for (const options of [{ publicUrl: 'https://pay.example.test' }, { host: '0.0.0.0' }]) {
    const simulator = await simulatorFor(t, { ...options });
    t.is((await statusAs(simulator, 'pay.example.test', '/payment/rest/register.do')).status, 200);
  }
});

test('without a token the control API answers under no public name, wherever the gateway listens', async (t) => {
  const simulator = await simulatorFor(t, { publicUrl: 'https://pay.example.test' });
  for (const name of ['pay.example.test', 'evil.example', 'evil.local', 'tillbox'])
    t.is((await statusAs(simulator, name, '/sandbox/merchants')).status, 421);
  t.is((await statusAs(simulator, 'localhost', '/sandbox/merchants')).status, 200);
});

test('a request has one Host header', async (t) => {
  const simulator = await simulatorFor(t);
  const { host } = new URL(simulator.url);
  for (const names of [
    [host, host],
    [host, 'evil.example'],
    ['evil.example', host],
  ]) {
    const lines = names.map((name, index) => `${index ? 'HOST' : 'Host'}: ${name}\r\n`).join('');
    const answer = await exchangeBytes(
      simulator.url,
      Buffer.from(`GET /sandbox/health HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`),
    );
    t.regex(answer, /^HTTP\/1\.1 400 /);
  }
  const without = await exchangeBytes(
    simulator.url,
    Buffer.from('GET /sandbox/health HTTP/1.1\r\nConnection: close\r\n\r\n'),
  );
  t.regex(without, /^HTTP\/1\.1 400 /);
});
