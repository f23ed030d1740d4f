import test from 'ava';
import { rightParts, type ShopParts } from '../../../contracts/shop/trial-shop.ts';
import { runProgram } from '../../../simulator/commands/program.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';
import { shopsOfOneGateway } from './shop-for-command.ts';

const { shopFor } = shopsOfOneGateway();

/** Runs the command; its lines so far, and its exit code. */
const begin = (args: Readonly<Record<string, string>>) => {
  const out: string[] = [];
  const ended = runProgram(['verify-shop', ...Object.entries(args).flat()], {
    out: (text) => out.push(text),
    err: (text) => out.push(text),
  });
  const lines = () =>
    [...out.join('').matchAll(/^(ok|FAILED|not tried) +([\w-]+) {2}/gm)].map(([, word, id]) => `${word} ${id}`);
  return { lines, ended };
};

/** A promise for the nth question of a shop for the status, which has no answer before `answer` is called. */
const heldQuestion = (nth: number) => {
  const { promise: isAsked, resolve } = Promise.withResolvers<void>();
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
  let count = 0;
  const ask: ShopParts['ask'] = async (...question) => {
    count += 1;
    if (count === nth) {
      resolve();
      await mayAnswer;
    }
    return rightParts.ask(...question);
  };
  return { ask, isAsked, answer };
};

test('the line of a case is there while later ones are tried', async (t) => {
  const { ask, isAsked, answer } = heldQuestion(2);
  const { args } = await shopFor(t, { ask });
  const { lines, ended } = begin({ ...args, '--only': 'forged,genuine,declined,expired' });

  await isAsked;
  t.deepEqual(lines(), ['ok forged', 'ok genuine']);
  answer();
  t.is(await ended, 0);
  t.deepEqual(lines(), ['ok forged', 'ok genuine', 'ok declined', 'ok expired']);
});

test('cases about unpaid orders wait for the one that tells whether the shop shows paid ones', async (t) => {
  const { ask, isAsked, answer } = heldQuestion(1);
  const { args } = await shopFor(t, { ask, stateOf: () => 'new' });
  const { lines, ended } = begin({ ...args, '--only': 'forged,checksum-missing,genuine,declined' });

  await isAsked;
  t.deepEqual(lines(), []);
  answer();
  t.is(await ended, 1);
  t.deepEqual(lines(), ['not tried forged', 'not tried checksum-missing', 'FAILED genuine', 'not tried declined']);
});

test('a case that fails when it is looked at again has a second line', async (t) => {
  let due = async (): Promise<void> => {};
  let kept = 0;
  const keep: ShopParts['keep'] = async (order, state) => {
    kept += 1;
    // The paid order, which is tried before: a shop that shows none as paid would say nothing.
    if (kept === 1) return rightParts.keep(order, state);
    await due();
    due = () => rightParts.keep(order, state);
  };
  const { args } = await shopFor(t, { stateOf: () => 'paid', keep });
  const { lines, ended } = begin({ ...args, '--only': 'declined,expired' });

  t.is(await ended, 1);
  t.deepEqual(lines(), ['ok declined', 'ok expired', 'FAILED declined']);
});

test('callbacks of the pact have their lines while later ones are tried', async (t) => {
  const { promise: isReached, resolve } = Promise.withResolvers<void>();
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  let count = 0;
  const states = await stubServer(t, async () => {
    count += 1;
    if (count === 20) {
      resolve();
      await mayGoOn;
    }
    return { body: { mdOrder: 'md-1', orderNumber: 'A-1' } };
  });
  const shop = await stubServer(t, () => ({ status: 403 }));
  const out: string[] = [];
  const args = ['--callback', shop.origin, '--token', 'secret', '--state-change-url', states.origin];
  const ended = runProgram(['verify-shop', ...args], { out: (text) => out.push(text), err: () => {} });

  await isReached;
  await eventually(
    t,
    () => out.join(''),
    (text) => /^FAILED {5}the gateway tells/m.test(text),
  );
  goOn();
  t.is(await ended, 1);
});
