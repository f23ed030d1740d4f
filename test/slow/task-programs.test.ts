import { globSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { commandFor, testWithoutRuntime } from '../helpers/process/runtimes.ts';
import { blocksIn, shellBlocksIn } from '../helpers/process/shell-blocks.ts';
import { filesFor, isFile, languages, programsOn, withWrongExpectation } from './printed/programs.ts';
import { isStart, sessionFor } from './printed/session.ts';
import { typeErrorsIn } from './printed/type-errors.ts';

const pages = globSync('docs/tasks/*.md', { cwd: join(import.meta.dirname, '../..') }).toSorted();

/** The languages whose programs can be run here, each with its command. */
const usableLanguages = languages.flatMap((language) => {
  const command = commandFor(language.runtime);
  if (command !== undefined) return [{ ...language, command }];
  testWithoutRuntime(language.runtime, `the ${language.label} programs of the task pages run as they are printed`);
  return [];
});

type UsableLanguage = (typeof usableLanguages)[number];

/** Runs a program of a page for a reader who has started the gateway as the page says, and has the files of the task pages. */
const runnerOn = async (t: ExecutionContext, page: string) => {
  const session = await sessionFor(t);
  await session.start(shellBlocksIn(page).find(isStart)?.text ?? 'npx tillbox');
  for (const language of usableLanguages)
    for (const { name, text } of filesFor(language, pages)) session.write(name, text);
  return async ({ program, command, toRun }: UsableLanguage, text: string): Promise<string> => {
    session.write(program, await toRun(text));
    return session.run(`${command} ${program}`);
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

for (const page of pages.filter((one) => !withoutPrograms.includes(one))) {
  test(`the programs of ${page} run as they are printed`, async (t) => {
    const run = await runnerOn(t, page);

    for (const language of usableLanguages)
      for (const text of programsOn(page, language)) await t.notThrowsAsync(run(language, text), text);
  });
}

test('a program fails if its outcome is not the one on the page', async (t) => {
  const page = 'docs/tasks/first-payment.md';
  const run = await runnerOn(t, page);

  for (const language of usableLanguages)
    for (const text of programsOn(page, language)) {
      const error = await t.throwsAsync(run(language, withWrongExpectation(language, text)), undefined, text);
      t.regex(error?.message ?? '', language.complaint, text);
    }
});
