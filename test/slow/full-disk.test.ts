import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { testWithout } from '../helpers/ava/test-without.ts';
import { addressOf, startProgram } from '../helpers/process/own-process.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import { callMerchantApi } from '../torture/shop-under-fire.ts';

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

const order = { amount: '1000', returnUrl: 'https://shop.example/' };

const title = 'a disk without room is the system error, costs no process and nothing that was answered';

const fillTheDisk = async (t: ExecutionContext): Promise<void> => {
  const program = startProgram({ STORE: `sqlite:${join(temporaryFolder(t), 'tillbox.db')}`, LOG_LEVEL: 'silent' });
  t.teardown(() => program.kill());
  const restUrl = await addressOf(program);
  const register = async () => callMerchantApi(restUrl, 'register.do', order);
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(program.child.pid), `--fsize=${bytes}:`]);
  const kept: unknown[] = [];
  const refused: unknown[] = [];

  limit('1000000');
  for (let index = 0; index < 400; index++) {
    const answer = await register();
    if (answer['orderId'] === undefined) refused.push(answer['errorCode']);
    else kept.push(answer['orderId']);
  }
  limit('unlimited');

  t.true(kept.length > 10);
  t.true(refused.length > 10);
  t.deepEqual([...new Set(refused)], ['7']);
  t.is(typeof (await register())['orderId'], 'string');
  for (const orderId of kept)
    t.is((await callMerchantApi(restUrl, 'getOrderStatusExtended.do', { orderId: String(orderId) }))['orderStatus'], 0);
};

if (hasPrlimit) test(title, fillTheDisk);
else testWithout('no prlimit here; Debian has it as util-linux', title);
