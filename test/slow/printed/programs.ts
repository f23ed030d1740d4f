import { runnableProgram } from '../../helpers/process/runnable-program.ts';
import { type Runtime, runtimes } from '../../helpers/process/runtimes.ts';
import { blocksIn } from '../../helpers/process/shell-blocks.ts';

/** A language in which pages show programs. */
export interface Language {
  /** The label of its blocks. */
  readonly label: string;
  readonly runtime: Runtime;
  /** The file in which a program is run. */
  readonly program: string;
  /** The text of that file for a printed program. */
  readonly toRun: (text: string) => string | Promise<string>;
  /** The words with which it compares what it got with what it expects. */
  readonly assertion: RegExp;
  /** Takes the place of an assertion, and fails. */
  readonly wrongAssertion: string;
  /** What a program writes when an assertion fails. */
  readonly complaint: RegExp;
}

const asItIs = (text: string): string => text;

export const languages: readonly Language[] = [
  {
    label: 'TypeScript',
    runtime: { name: 'Node', commands: [process.execPath], proof: ['--version'], packages: 'nodejs' },
    program: 'program.mjs',
    toRun: runnableProgram,
    assertion: /\bassert\.equal\(/g,
    wrongAssertion: "assert.equal('planted', ",
    complaint: /AssertionError/,
  },
  {
    label: 'PHP',
    runtime: runtimes.php,
    program: 'program.php',
    toRun: asItIs,
    assertion: /\bsame\(/g,
    wrongAssertion: "same('planted', ",
    complaint: /is not "planted"/,
  },
  {
    label: 'Python',
    runtime: runtimes.python,
    program: 'program.py',
    toRun: asItIs,
    assertion: /^(\s*)assert /gm,
    wrongAssertion: '$1assert not ',
    complaint: /AssertionError/,
  },
];

/** A comment in the first line names the file in which the reader keeps the block. */
const fileName = /^(?:<\?php )?(?:\/\/|#) ([\w-]+\.\w+)\n/;

/** Whether a block is a file that programs use, and not a program. */
export const isFile = (text: string): boolean => fileName.test(text);

type Labelled = Pick<Language, 'label'>;

const blocksOf = (page: string, { label }: Labelled): readonly string[] =>
  blocksIn(page).flatMap((block) => (block.label === label ? [block.text] : []));

/** The programs of a page in a language. */
export const programsOn = (page: string, language: Labelled): readonly string[] =>
  blocksOf(page, language).filter((text) => !isFile(text));

/** The files for programs in a language that some page shows. */
export const filesFor = (language: Labelled, pages: readonly string[]) =>
  pages
    .flatMap((page) => blocksOf(page, language))
    .flatMap((text) => {
      const [, name] = fileName.exec(text) ?? [];
      return name === undefined ? [] : [{ name, text }];
    });

/** The program with another value in its last assertion. @throws Error if it asserts nothing. */
export const withWrongExpectation = ({ assertion, wrongAssertion }: Language, text: string): string => {
  const last = [...text.matchAll(assertion)].at(-1);
  if (last === undefined) throw new Error(`the program asserts nothing:\n${text}`);
  return (
    text.slice(0, last.index) +
    text.slice(last.index).replace(new RegExp(assertion, assertion.flags.replace('g', '')), wrongAssertion)
  );
};
