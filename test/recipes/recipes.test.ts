import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { checkTypes, installPacked, npmInstall, runWith, startPacked } from '../helpers/process/packed.ts';
import { runtimes, testWith } from '../helpers/process/runtimes.ts';
import { shellBlocksIn } from '../helpers/process/shell-blocks.ts';
import { receivers, verifyReceiver } from './callback-receivers.ts';

const recipes = path.join(import.meta.dirname, '../../docs/recipes');
const execute = promisify(execFile);

const installing = installPacked();
test.after.always('the folder is removed', async () => (await installing).remove());

/** A copy of a recipe in a folder of its own, which goes with the test. */
const copyOf = (t: ExecutionContext, recipe: string): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-recipe-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(recipes, recipe), folder, { recursive: true });
  return folder;
};

/** The recipe beside tillbox as it was packed. */
const copyBesideTarball = async (t: ExecutionContext, recipe: string): Promise<string> => {
  const { tarball } = await installing;
  const folder = copyOf(t, recipe);
  copyFileSync(tarball, path.join(folder, path.basename(tarball)));
  return folder;
};

/** The commands that the page of a recipe prints. */
const printedCommands = (recipe: string): string => {
  const [block] = shellBlocksIn(`docs/recipes/${recipe}/README.md`);
  if (!block) throw new Error(`the page of ${recipe} prints no commands`);
  return block.text;
};

/** Files with types that nothing checks when they run; ts-jest checks those of its own project. */
const typedFiles = (folder: string): readonly string[] => {
  const files = readdirSync(folder);
  return files.includes('tsconfig.json') ? [] : files.filter((name) => name.endsWith('.ts'));
};

// One after the other: Jest and Vitest cut a test off after five seconds of the clock.
for (const runner of ['node-test', 'ava', 'vitest', 'jest', 'nestjs']) {
  test.serial(`the recipe for ${runner} passes by the commands that it prints, and its types hold`, async (t) => {
    const folder = await copyBesideTarball(t, runner);

    await t.notThrowsAsync(runWith(process.execPath, folder, 'sh', '-ec', printedCommands(runner)));
    const files = typedFiles(folder);
    if (files.length > 0) await t.notThrowsAsync(checkTypes(folder, ...files));
  });
}

testWith(runtimes.chromium, 'the recipe for Playwright passes, and its types hold', async (t, chromium) => {
  const folder = await copyBesideTarball(t, 'playwright');

  const commands = ['env', `CHROMIUM=${chromium}`, 'sh', '-ec', printedCommands('playwright')] as const;
  t.regex(await runWith(process.execPath, folder, ...commands), / 4 passed /);
  await t.notThrowsAsync(checkTypes(folder, ...typedFiles(folder)));
});

test('the types of the recipe for Testcontainers hold; it runs only where there is a container engine', async (t) => {
  const folder = await copyBesideTarball(t, 'testcontainers');
  // One of its packages would be compiled for half a minute, and nothing of it is run here.
  await npmInstall(folder, '--ignore-scripts');

  await t.notThrowsAsync(checkTypes(folder, ...typedFiles(folder)));
});

/** Runs the commands of a recipe, with the program that was found, against a gateway that listens like one in a container; what they wrote. */
const runAgainstGateway = async (t: ExecutionContext, recipe: string, program: string): Promise<string> => {
  const { folder } = await installing;
  const settings = { HOST: '0.0.0.0', CONTROL_TOKEN: 'test-only', SHOP: 'off' };
  const restUrl = await startPacked(t, process.execPath, folder, settings);
  const [start, ...commands] = printedCommands(recipe).split('\n');
  t.is(start, 'npm start & # in the folder of tillbox, or a container');
  const env = { ...environmentWith(program), TILLBOX_URL: new URL(restUrl).origin, TILLBOX_TOKEN: 'test-only' };
  const { stdout, stderr } = await execute('sh', ['-ec', commands.join('\n')], { cwd: copyOf(t, recipe), env });
  return stdout + stderr;
};

/** The environment with this program first on the path. */
const environmentWith = (program: string): NodeJS.ProcessEnv => {
  const { PATH = '' } = process.env;
  return { ...process.env, PATH: path.isAbsolute(program) ? path.dirname(program) + path.delimiter + PATH : PATH };
};

testWith(runtimes.python, 'the recipe for Python passes', async (t, python) => {
  t.regex(await runAgainstGateway(t, 'python', python), /Ran 6 tests[\s\S]*OK/);
});

testWith(runtimes.php, 'the recipe for PHP passes', async (t, php) => {
  t.is((await runAgainstGateway(t, 'php', php)).match(/^ok - /gm)?.length, 6);
});

testWith(runtimes.phpunit, 'the recipe for PHPUnit passes', async (t, phpunit) => {
  t.regex(await runAgainstGateway(t, 'phpunit', phpunit), /^OK \(4 tests, /m);
});

testWith(runtimes.ruby, 'the recipe for Ruby passes', async (t, ruby) => {
  t.regex(await runAgainstGateway(t, 'ruby', ruby), /^4 runs, \d+ assertions, 0 failures, 0 errors, 0 skips$/m);
});

testWith(runtimes.java, 'the recipe for Java passes', async (t, javac) => {
  t.regex(await runAgainstGateway(t, 'java', javac), /^\[ +4 tests successful +\]$/m);
});

testWith(runtimes.go, 'the recipe for Go passes', async (t, go) => {
  t.regex(await runAgainstGateway(t, 'go', go), /^ok\s/m);
});

for (const [language, runtime, proofs] of receivers)
  for (const proof of proofs)
    testWith(
      runtime,
      `the shop in ${language} passes by the commands that its page prints: ${proof}`,
      async (t, program) => {
        const { code, output, complaints } = await verifyReceiver(t, (await installing).folder, {
          language,
          program,
          proof,
        });

        t.is(code, 0, output + complaints);
        t.regex(output, / ok, 0 failed, \d not tried$/m);
        t.regex(output, /^ok {9}genuine /m);
        t.is(/^ok {9}partial-capture /m.test(output), proof === 'jwt');
      },
    );
