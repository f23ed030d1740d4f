import { connect } from 'node:net';
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
