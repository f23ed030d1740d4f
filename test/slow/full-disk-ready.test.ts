import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../helpers/ava/eventually.ts';
import { testWithout } from '../helpers/ava/test-without.ts';
import { addressOf, startProgram } from '../helpers/process/own-process.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import type { Json } from '../helpers/simulator/simulator.ts';
import { callMerchantApi } from '../torture/shop-under-fire.ts';

const hasPrlimit = spawnSync('prlimit', ['--version']).status === 0;

const order = { amount: '1000', returnUrl: 'https://shop.example/' };

const title =
  'with a full disk it is not ready and says why; the log has a line per second; with room it is ready again';

const fillTheDisk = async (t: ExecutionContext): Promise<void> => {
  const program = startProgram({ STORE: `sqlite:${join(temporaryFolder(t), 'tillbox.db')}` });
  t.teardown(() => program.kill());
  const restUrl = await addressOf(program);
  const ready = async () => {
    const answer = await fetch(new URL('/sandbox/ready', restUrl));
    return { status: answer.status, json: (await answer.json()) as Json };
  };
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(program.child.pid), `--fsize=${bytes}:`]);
  let refused = 0;

  await eventually(t, ready, ({ status }) => status === 200);
  limit('600000');
  const startNs = process.hrtime.bigint();
  for (let index = 0; index < 1_000; index++)
    if ((await callMerchantApi(restUrl, 'register.do', order))['errorCode'] === '7') refused++;
  await eventually(
    t,
    ready,
    ({ status, json }) =>
      status === 503 && json['type'] === 'urn:tillbox:problem:unavailable' && /disk/.test(json['detail']),
  );
  t.is((await fetch(new URL('/sandbox/health', restUrl))).status, 200);
  limit('unlimited');
  await eventually(t, ready, ({ status }) => status === 200);
  const seconds = Number(process.hrtime.bigint() - startNs) / 1e9;
  t.is(await program.kill('SIGTERM'), 0);

  t.true(refused > 100);
  const lines = program.output.out
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Json] : []));
  const counted = lines.reduce((sum, { leftOut = 1 }) => sum + leftOut, 0);
  const causes = new Set(lines.map(({ err, cause }) => cause ?? err?.message));
  t.true(lines.length <= (seconds + 2) * 2 * causes.size, `${lines.length} lines in ${seconds} s`);
  t.true(counted >= refused, 'each failure is a line or is counted');
};

if (hasPrlimit) test(title, fillTheDisk);
else testWithout('no prlimit here; Debian has it as util-linux', title);
