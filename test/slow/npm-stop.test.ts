import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../helpers/ava/eventually.ts';
import { takeTurns } from '../helpers/ava/take-turns.ts';
import { testWithout } from '../helpers/ava/test-without.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = path.join(root, 'simulator/commands/launcher/tillbox.js');

/** A folder in which `npx tillbox` is that of these sources. */
const installedIn = async (t: ExecutionContext): Promise<string> => {
  const folder = await temporaryFolder(t);
  const commands = path.join(folder, 'node_modules/.bin');
  await mkdir(commands, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "name": "a-shop", "version": "1.0.0" }');
  await symlink(launcher, path.join(commands, 'tillbox'));
  return folder;
};

/** The processes with this variable, as `pid command`. */
const processesOf = async (mark: string): Promise<readonly string[]> => {
  // Every process of the machine is read.
  await wait(100);
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'latin1').catch(() => '');
    if ((await read('environ')).includes(mark)) found.push(`${pid} ${(await read('cmdline')).replaceAll('\0', ' ')}`);
  }
  return found;
};

/** The address of the merchant API, when the program has said it: npm and the program need seconds of a processor before. */
const addressIn = async (output: () => Promise<string>): Promise<string> => {
  for (;;) {
    const [, url] = /Merchant API {2,}(\S+)/.exec(await output()) ?? [];
    if (url !== undefined) return url;
    await wait(100);
  }
};

let count = 0;

/** `command & kill $!` in a shell of its own, as in a script: the kill comes when `isTime` resolves. */
const startIn = async (t: ExecutionContext, cwd: string, command: string) => {
  await takeTurns(t);
  count += 1;
  const mark = `STOP_TEST=${process.pid}-${count}`;
  const { PATH = '', HOME = '' } = process.env;
  const [name = '', value = ''] = mark.split('=');
  const env = { PATH, HOME, PORT: '0', SHOP: 'off', LOG_LEVEL: 'error', STOP_GRACE_SECS: '20', [name]: value };
  const script = `${command} & read line; kill $!; wait $!`;
  const shell = spawn('bash', ['-c', script], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (text: Buffer) => (output += text));
  t.teardown(async () => {
    for (const line of await processesOf(mark)) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  });
  return {
    output: () => output,
    leftovers: () => processesOf(mark),
    kill: async () => {
      shell.stdin.end('now\n');
      await once(shell, 'exit');
    },
  };
};

const commands: Readonly<Record<string, (t: ExecutionContext) => Promise<readonly [folder: string, command: string]>>> =
  {
    'npm start': async () => [root, 'npm start'],
    'npx tillbox': async (t) => [await installedIn(t), 'npx --no-install tillbox'],
  };

/** What is left of a program is read from `/proc`. */
const onLinux: (title: string, run: (t: ExecutionContext) => Promise<void>) => void =
  process.platform === 'linux' ? test : (title) => testWithout('no /proc, which tells what is left', title);

for (const [title, place] of Object.entries(commands)) {
  onLinux(`\`${title} &\` ends with \`kill $!\`, and its port is free`, async (t) => {
    t.timeout(280_000);
    const [folder, command] = await place(t);
    const program = await startIn(t, folder, command);
    const url = await addressIn(async () => program.output());
    t.is((await fetch(new URL('/sandbox/health', url))).status, 200);

    await program.kill();

    await eventually(t, program.leftovers, (found) => found.length === 0);
    await t.throwsAsync(fetch(url));
  });

  for (const delayMs of [0, 50, 200, 600])
    onLinux(`a SIGTERM ${delayMs} ms after \`${title} &\` is not lost`, async (t) => {
      t.timeout(280_000);
      const [folder, command] = await place(t);
      const program = await startIn(t, folder, command);
      await wait(delayMs);

      await program.kill();

      await eventually(t, program.leftovers, (found) => found.length === 0);
    });
}

onLinux('a program that a script of npm leaves in the background goes on', async (t) => {
  t.timeout(280_000);
  const folder = await installedIn(t);
  const scripts = { gateway: 'nohup tillbox >gateway.log 2>&1 &' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'a-shop', version: '1.0.0', scripts }));
  const program = await startIn(t, folder, 'npm run gateway');
  const log = () => readFile(path.join(folder, 'gateway.log'), 'utf8').catch(() => '');
  const url = await addressIn(log);
  await program.kill();
  await wait(1_000);

  t.is((await fetch(new URL('/sandbox/health', url))).status, 200);
});
