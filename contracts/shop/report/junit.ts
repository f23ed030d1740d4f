import { escaped } from '../../verify/report/escape-xml.ts';

export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly {
    readonly name: string;
    readonly failure?: { readonly message: string; readonly text: string };
    /** Why it was not tried. */
    readonly skipped?: string;
  }[];
}

/** A suite in the format of JUnit. */
export const junitOf = ({ name, cases }: JunitSuite): string => {
  const count = (kind: 'failure' | 'skipped') => cases.filter((one) => one[kind] !== undefined).length;
  const numbers = `tests="${cases.length}" failures="${count('failure')}" skipped="${count('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${numbers}>`,
    `  <testsuite name=${quoted(name)} ${numbers}>`,
    ...cases.map((one) => caseOf(one, name)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

const caseOf = ({ name, failure, skipped }: JunitSuite['cases'][number], suite: string): string => {
  const head = `    <testcase classname=${quoted(suite)} name=${quoted(name)}`;
  if (failure)
    return `${head}><failure message=${quoted(failure.message)}>${escaped(failure.text)}</failure></testcase>`;
  return skipped === undefined ? `${head}/>` : `${head}><skipped message=${quoted(skipped)}/></testcase>`;
};

const quoted = (text: string): string => `"${escaped(text)}"`;
