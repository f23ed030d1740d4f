import { globSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { testsWith } from '../helpers/process/runtimes.ts';
import { blocksIn, shellBlocksIn } from '../helpers/process/shell-blocks.ts';
import { filesFor, isFile, type Language, languages, programsOn, withWrongExpectation } from './printed/programs.ts';
import { isStart, sessionFor } from './printed/session.ts';
import { typeErrorsIn } from './printed/type-errors.ts';

const pages = globSync('docs/tasks/*.md', { cwd: join(import.meta.dirname, '../..') }).toSorted();

/** Runs a program of a page for a reader who has started the gateway as the page says, and has the files of the task pages. */
const runnerOn = async (t: ExecutionContext, page: string, language: Language) => {
  const session = await sessionFor(t);
  await session.start(shellBlocksIn(page).find(isStart)?.text ?? 'npx tillbox');
  for (const { name, text } of filesFor(language, pages)) session.write(name, text);
  return async (command: string, text: string): Promise<string> => {
    session.write(language.program, await language.toRun(text));
    return session.run(`${command} ${language.program}`);
  };
};

/** Pages about files of the reader that no program of a test is part of. */
const withoutPrograms = ['docs/tasks/ci.md'];

test('there are task pages, and each has its example in four languages', (t) => {
  t.true(pages.length > withoutPrograms.length);
  for (const page of pages) {
    const labels = blocksIn(page).flatMap(({ label, text }) => (label === undefined || isFile(text) ? [] : [label]));
    const expected = withoutPrograms.includes(page) ? [] : ['curl', 'TypeScript', 'PHP', 'Python'];
    t.deepEqual([...new Set(labels)], expected, page);
  }
});

test('the examples of each page check their outcome', (t) => {
  const commands = { label: 'curl', assertion: /\bgrep / };
  const unchecked = pages.flatMap((page) =>
    [commands, ...languages].flatMap(({ label, assertion }) =>
      programsOn(page, { label }).flatMap((text) => (text.search(assertion) === -1 ? [`${page}: ${text}`] : [])),
    ),
  );

  t.deepEqual(unchecked, []);
});

test('the types of the TypeScript programs hold', async (t) => {
  const programs = pages.flatMap((page) => programsOn(page, { label: 'TypeScript' }));

  t.deepEqual(await typeErrorsIn(t, programs), []);
  t.deepEqual((await typeErrorsIn(t, [`import { Payer } from 'tillbox/client';\nnew Payer(1);\n`])).length, 1);
});

for (const language of languages) {
  const testWith = testsWith(language.runtime);

  for (const page of pages.filter((one) => !withoutPrograms.includes(one))) {
    testWith(`the ${language.label} programs of ${page} run as they are printed`, async (t, command) => {
      const run = await runnerOn(t, page, language);
      for (const text of programsOn(page, language)) await t.notThrowsAsync(run(command, text), text);
    });
  }

  testWith(`a ${language.label} program fails if its outcome is not the one on the page`, async (t, command) => {
    const page = 'docs/tasks/first-payment.md';
    const run = await runnerOn(t, page, language);
    const programs = programsOn(page, language);

    t.true(programs.length > 0);
    for (const text of programs) {
      const error = await t.throwsAsync(run(command, withWrongExpectation(language, text)), undefined, text);
      t.regex(error?.message ?? '', language.complaint, text);
    }
  });
}
