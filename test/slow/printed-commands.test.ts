import test from 'ava';
import { markdownPages } from '../helpers/docs/markdown-pages.ts';
import { blocksIn, type ShellBlock, shellBlocksIn } from '../helpers/process/shell-blocks.ts';
import { detailsOf, type Names, namesIn, staleDetails } from './printed/details.ts';
import { isExpectedOutput } from './printed/expected-output.ts';
import { notRun } from './printed/not-run.ts';
import { isStart, sessionFor } from './printed/session.ts';

/** Every page with commands for a reader; the Russian ones have those of the English ones. */
const pages = markdownPages('docs/ru', '*.ru.md');

const reasonOf = ({ page, text }: ShellBlock) =>
  notRun.find((row) => row.page === page && text.startsWith(row.begins))?.reason;

const pagesToRun = pages.filter((page) => shellBlocksIn(page).some((block) => reasonOf(block) === undefined));

test('every block of a page names its language, so that commands are known as such', (t) => {
  const unnamed = pages.flatMap((page) =>
    blocksIn(page)
      .filter(({ language }) => language === '')
      .map(({ text }) => `${page}: ${text.split('\n')[0]}`),
  );

  t.true(pages.length > 20);
  t.deepEqual(unnamed, []);
});

test('the blocks of commands that no test runs as printed are there, each with a reason', (t) => {
  const blocks = pages.flatMap(shellBlocksIn);

  for (const { page, begins, reason } of notRun) {
    t.true(
      blocks.some((block) => block.page === page && block.text.startsWith(begins)),
      `${page}: ${begins}`,
    );
    t.log(`${page}: ${begins} ...: ${reason}`);
  }
  t.deepEqual(staleDetails(blocks), []);
});

test('the pages in Russian are left out', (t) => {
  t.deepEqual(
    pages.filter((page) => page.includes('docs/ru/') || page.endsWith('.ru.md')),
    [],
  );
});

test('output that is not what a page shows is seen', (t) => {
  const output = '{"orderId":"01a226b7-c141-7e61-ba37-01c63ea40a5e","orderStatus":2,"date":1795945906496}\n';

  t.true(isExpectedOutput('{"orderId":"01a226b8-54d3-7e1b-911c-8b9806e63501", ... "date":1795945907328}', output));
  t.true(isExpectedOutput('... "orderStatus":2, ...', output));
  t.false(isExpectedOutput('... "orderStatus":6, ...', output));
  t.false(isExpectedOutput('"date":1795945907328 ... "orderStatus":2', output));
  t.true(isExpectedOutput('{"orderId":"01a226b8-54d3-7e1b-911c-8b9806e63501"}', '{"orderId":"AFABTRfUVxlCoHAAZBOF"}'));
  t.true(isExpectedOutput('{"orderId":"kIjdZ7cQ2bA1mnDfGh0e"}', '{"orderId":"afbxtrfuvxlcohaazbof"}'));
  t.true(isExpectedOutput('A sentence.\n...\nThe end', 'A sentence.\nMore.\nThe end\n'));
});

test('commands fail when a check among them fails', async (t) => {
  const { run } = await sessionFor(t);

  await t.notThrowsAsync(run(`echo '"orderStatus":2' | grep '"orderStatus":2'`));
  await t.throwsAsync(run(`echo '"orderStatus":2' | grep '"orderStatus":6'\necho on`));
});

/** Lines that set a variable for later blocks. */
const assignmentsIn = (text: string): string => (text.match(/^\w+=(?:'[^']*'|[^\s']+)$/gm) ?? []).join('\n');

/** An answer that a reader would take for a failure. */
const refusal = /"errorCode": ?"?[1-9]|"status": ?[45]\d\d/;

for (const page of pagesToRun) {
  test(`the commands of ${page} work as they are printed`, async (t) => {
    const session = await sessionFor(t);
    let names: Names = {};
    let assignments = '';
    const blocks = shellBlocksIn(page).filter((block) => reasonOf(block) === undefined);
    if (!blocks.slice(0, 1).some((block) => isStart(block) || detailsOf(block).startsGateway))
      await session.start('npm start');
    for (const block of blocks) {
      if (isStart(block)) {
        await detailsOf(block).prepare?.(session);
        await t.notThrowsAsync(session.start(block.text), block.text);
        continue;
      }
      const { prepare, printed, isEndless, isFollowedByLog } = detailsOf(block);
      const shown = isFollowedByLog ? undefined : block.output;
      names = { ...names, ...(await prepare?.(session)) };
      const filledIn = block.text.replaceAll(/<(\w+)>/g, (placeholder, name) => names[name] ?? placeholder);
      const commands = `${assignments}\n${filledIn}`.trimStart();
      if (isEndless) {
        await t.notThrowsAsync(session.follow(commands, printed), block.text);
        continue;
      }
      const output = await session.run(commands);
      if (shown === undefined) t.notRegex(output, refusal, block.text);
      else t.true(isExpectedOutput(shown, output), `${block.text}printed\n${output}`);
      t.regex(output, printed, block.text);
      names = { ...names, ...namesIn(output) };
      assignments = `${assignments}\n${assignmentsIn(block.text)}`;
    }
  });
}
