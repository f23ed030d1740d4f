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

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without characters that XML cannot have. Source: XML 1.0, 2.2. */
const escaped = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const quoted = (text: string): string => `"${escaped(text).replaceAll('\n', '&#10;')}"`;
