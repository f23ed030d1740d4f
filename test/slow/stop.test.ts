import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../helpers/ava/eventually.ts';
import { type OwnProcess, ownProcessFor } from '../helpers/process/own-process.ts';
import { connectionTo, register, slowRegister } from '../simulator/server/slow-register.ts';

const sandbox = async (url: string, line: string, body?: object): Promise<Response> => {
  const [method = '', path = ''] = line.split(' ');
  const answer = await fetch(`${url}/sandbox${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return answer;
};

/** A call of the program that is answered after this time. */
const slowCallOf = async (t: ExecutionContext, { url }: OwnProcess, delay: string): Promise<Socket> => {
  const { status } = await sandbox(url, 'PUT /merchants/test_user/scenario', { scenario: slowRegister(delay) });
  t.is(status, 200);
  const socket = await connectionTo(t, url);
  socket.write(register);
  await eventually(
    t,
    async () => (await (await sandbox(url, 'GET /merchants/test_user/orders')).json()) as { orders: unknown[] },
    ({ orders }) => orders.length === 1,
  );
  return socket;
};

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends the program with 0 when the request that is on its way has its answer`, async (t) => {
    const program = await ownProcessFor(t, { STOP_GRACE_SECS: '50', SHOP: 'on', SHOP_PORT: '0' });
    const slow = await slowCallOf(t, program, '700ms');

    program.child.kill(signal);

    t.regex(await text(slow), /^HTTP\/1\.1 200 .*\r\nconnection: close\r\n.*"orderId"/is);
    t.is(await program.ended, 0);
  });
}

test('a request that hangs holds the program up no longer than STOP_GRACE_SECS', async (t) => {
  const program = await ownProcessFor(t, { STOP_GRACE_SECS: '0' });
  await slowCallOf(t, program, '10m');

  program.child.kill('SIGTERM');

  t.is(await program.ended, 0);
});

test('a second signal ends the program at once, but signals that come together are one', async (t) => {
  const program = await ownProcessFor(t, { STOP_GRACE_SECS: '300' });
  const slow = await slowCallOf(t, program, '500ms');
  program.child.kill('SIGINT');
  program.child.kill('SIGINT');
  t.regex(await text(slow), /"orderId"/);
  t.is(await program.ended, 0);

  const other = await ownProcessFor(t, { STOP_GRACE_SECS: '300' });
  await slowCallOf(t, other, '10m');
  while (other.child.exitCode === null && other.child.signalCode === null) {
    other.child.kill('SIGINT');
    await wait(50);
  }
  t.is(await other.ended, 0);
});
