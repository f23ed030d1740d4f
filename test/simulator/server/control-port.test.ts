import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import test from 'ava';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const isOpen = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
    socket.setTimeout(20_000, () => socket.destroy());
  });

// Another address of this machine than 127.0.0.1: only a server that listens everywhere answers there.
const otherAddress =
  Object.values(networkInterfaces())
    .flatMap((all = []) => all)
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2';

for (const [host, controlToken, isPublic] of [
  ['0.0.0.0', undefined, false],
  ['0.0.0.0', 'made-up', true],
  ['127.0.0.1', undefined, false],
  ['127.0.0.1', 'made-up', false],
] as const)
  test(`CONTROL_PORT with HOST=${host} ${controlToken ? 'and' : 'without'} a token is ${isPublic ? 'public' : 'private'}`, async (t) => {
    const simulator = await simulatorFor(t, { host, controlPort: 0, ...(controlToken && { controlToken }) });
    const port = Number(new URL(simulator.controlUrl).port);
    t.true(await isOpen(port, '127.0.0.1'));
    t.is(await isOpen(port, otherAddress), isPublic);
    t.is(await isOpen(Number(new URL(simulator.url).port), otherAddress), host === '0.0.0.0');
  });

/** Spellings of every address of this machine, of one that others reach, and of those that only this machine reaches. */
const hosts = [
  '0.0.0.0',
  '0',
  '0.0',
  '0x0',
  '00.0.0.0',
  '::',
  '::0',
  '0:0:0:0:0:0:0:0',
  '::ffff:0.0.0.0',
  otherAddress,
  `::ffff:${otherAddress}`,
  'localhost',
  'LOCALHOST',
  '127.1',
  '127.0.0.2',
  '::1',
  '::ffff:127.0.0.1',
];

/** Whether a port can be opened at this address; without IPv6 some of them cannot. */
const canListen = (host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(0, host, () => server.close(() => resolve(true)));
  });

for (const host of hosts)
  test(`without a token nobody else reaches CONTROL_PORT with HOST=${host}`, async (t) => {
    if (!(await canListen(host))) return t.pass('this machine has no such address');
    const simulator = await simulatorFor(t, { host, controlPort: 0 });
    const { hostname, port } = new URL(simulator.controlUrl);

    t.regex(hostname, /^(?:127\.|\[::1\]$|\[::ffff:7f)/);
    t.is(await isOpen(Number(port), otherAddress), false);
    t.is((await fetch(`${simulator.controlUrl}/merchants`)).status, 200);
  });
