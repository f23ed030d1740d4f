import { escaped } from './escape-xml.ts';

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

export interface JunitCase {
  readonly name: string;
  /** The name of its suite by default. */
  readonly group?: string;
  readonly seconds?: number;
  readonly failure?: { readonly message: string; readonly text: string };
  /** Why it was not tried, or does not count. */
  readonly skipped?: string;
}

/** A report in the format of JUnit. `title`: the name of the whole. */
export const junitOf = (title: string, suites: readonly JunitSuite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quoted(title)} ${countsIn(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name=${quoted(name)} ${countsIn(cases)}>`,
      ...cases.map((one) => `    ${caseOf(one, name)}`),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');

const countsIn = (cases: readonly JunitCase[]): string => {
  const count = (kind: 'failure' | 'skipped') => cases.filter((one) => one[kind] !== undefined).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`;
};

const caseOf = ({ name, group, seconds, failure, skipped }: JunitCase, suite: string): string => {
  const time = seconds === undefined ? '' : ` time="${seconds}"`;
  const head = `<testcase name=${quoted(name)} classname=${quoted(group ?? suite)}${time}`;
  if (failure)
    return `${head}><failure message=${quoted(failure.message)}>${escaped(failure.text)}</failure></testcase>`;
  return skipped === undefined ? `${head}/>` : `${head}><skipped message=${quoted(skipped)}/></testcase>`;
};

const quoted = (text: string): string => `"${escaped(text)}"`;
