import { globSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { testsWith } from '../helpers/process/runtimes.ts';
import { blocksIn, shellBlocksIn } from '../helpers/process/shell-blocks.ts';
import { filesFor, isFile, type Language, languages, programsOn, withWrongExpectation } from './printed/programs.ts';
import { isStart, type Session, sessionFor } from './printed/session.ts';

const pages = globSync('docs/tasks/*.md', { cwd: join(import.meta.dirname, '../..') }).toSorted();

/** The reader has started the gateway as the page says, and has the files of the task pages. */
const readerOf = async (t: Parameters<typeof sessionFor>[0], page: string, language: Language): Promise<Session> => {
  const session = await sessionFor(t);
  await session.start(shellBlocksIn(page).find(isStart)?.text ?? 'npx tillbox');
  for (const { name, text } of filesFor(language, pages)) session.write(name, text);
  return session;
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

test('the commands of each page check what they print', (t) => {
  const unchecked = pages.flatMap((page) =>
    blocksIn(page).flatMap(({ label, text }) =>
      label === 'curl' && !/\| grep /.test(text) ? [`${page}: ${text}`] : [],
    ),
  );

  t.deepEqual(unchecked, []);
});

for (const language of languages) {
  const testWith = testsWith(language.runtime);
  for (const page of pages.filter((one) => !withoutPrograms.includes(one))) {
    testWith(`the ${language.label} programs of ${page} run as they are printed`, async (t, command) => {
      const session = await readerOf(t, page, language);
      const run = async (text: string): Promise<string> => {
        session.write(language.program, await language.toRun(text));
        return session.run(`${command} ${language.program}`);
      };
      for (const text of programsOn(page, language)) {
        await t.notThrowsAsync(run(text), text);
        const error = await t.throwsAsync(run(withWrongExpectation(language, text)), undefined, text);
        t.regex(error?.message ?? '', language.complaint, text);
      }
    });
  }
}
