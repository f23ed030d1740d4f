import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { rightParts, type ShopParts } from '../../../contracts/shop/trial-shop.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { startProgram } from '../../helpers/process/own-process.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { shopsOfOneGateway } from './shop-for-command.ts';

const { shopFor } = shopsOfOneGateway();

/** A program that verifies a shop, whose merchant has settings and scenarios of its own. */
const verifying = async (t: ExecutionContext, parts: Partial<ShopParts>, ...options: readonly string[]) => {
  const { args, sandbox, login } = await shopFor(t, parts);
  const callbacks = { url: 'http://shop.example/own', token: 'own', method: 'POST', parameters: ['amount'] } as const;
  await sandbox.changeMerchant(login, { callbacks });
  await sandbox.setScenario(login, 'callback-lost');
  await sandbox.setScenario(login, 'callback-late', { orders: 3 });
  const before = await sandbox.getMerchant(login);
  const program = startProgram({}, [], ['verify-shop', ...Object.entries(args).flat(), ...options]);
  t.teardown(() => program.kill());
  return { program, before, now: () => sandbox.getMerchant(login) };
};

/** A shop that never answers a callback, and a promise that the first one has come. */
const hangingShop = () => {
  const { promise: hasCome, resolve } = Promise.withResolvers<void>();
  const parts: Partial<ShopParts> = {
    read: (request) => {
      resolve();
      return rightParts.read(request).then(() => new Promise(() => {}));
    },
  };
  return { parts, hasCome };
};

const ends = [
  ['SIGINT', 'genuine', 130],
  ['SIGTERM', 'order-of-parameters', 143],
  ['SIGHUP', 'slow-answer', 129],
] as const;
for (const [signal, only, code] of ends)
  test(`${signal} during ${only}: settings and scenario are as before, and the exit code is ${code}`, async (t) => {
    const { parts, hasCome } = hangingShop();
    const { program, before, now } = await verifying(t, parts, '--only', only);
    await hasCome;
    t.notDeepEqual(await now(), before);

    t.is(await program.kill(signal), code);

    t.deepEqual(await now(), before);
    t.is(program.output.err, '');
  });

test('signals that come together are one', async (t) => {
  const { parts, hasCome } = hangingShop();
  const { program, before, now } = await verifying(t, parts, '--only', 'genuine');
  await hasCome;
  program.child.kill('SIGINT');
  program.child.kill('SIGINT');

  t.is(await program.ended, 130);
  t.deepEqual(await now(), before);
});

test('a case that goes on after the signal changes nothing any more', async (t) => {
  const { promise: hasCome, resolve } = Promise.withResolvers<void>();
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
  const read: ShopParts['read'] = async (request) => {
    resolve();
    await mayAnswer;
    return rightParts.read(request);
  };
  const { program, before, now } = await verifying(t, { read }, '--only', 'order-of-parameters');
  await hasCome;
  program.child.kill('SIGTERM');
  answer();

  t.is(await program.ended, 143);
  t.deepEqual(await now(), before);
});

test('an order that the shop is registering takes no scenario from before', async (t) => {
  const folder = temporaryFolder(t);
  const [hasBegun, mayGoOn] = [path.join(folder, 'has-begun'), path.join(folder, 'may-go-on')];
  const { args, sandbox, login } = await shopFor(t);
  await sandbox.setScenario(login, 'callback-late', { orders: 3 });
  const before = await sandbox.getMerchant(login);
  const buy = `touch ${hasBegun}; until test -e ${mayGoOn}; do sleep 0.05; done; curl -s -X POST ${args['--buy']}`;
  const program = startProgram({}, [], ['verify-shop', ...Object.entries({ ...args, '--buy': buy }).flat()]);
  t.teardown(() => program.kill());
  await eventually(t, () => existsSync(hasBegun), Boolean);

  program.child.kill('SIGTERM');
  await wait(300);
  writeFileSync(mayGoOn, '');

  t.is(await program.ended, 143);
  await eventually(
    t,
    async () => (await sandbox.orders.list(login)).orders.length,
    (count) => count === 1,
  );
  t.deepEqual(await sandbox.getMerchant(login), before);
});

test('when nobody reads the output any more, settings and scenario are as before', async (t) => {
  const { program, before, now } = await verifying(t, {});
  program.child.stdout.destroy();

  t.is(await program.ended, 143);

  await eventually(t, now, (merchant) => JSON.stringify(merchant) === JSON.stringify(before));
});
