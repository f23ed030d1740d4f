import type { ExpectedBody } from './answer-part.ts';
import { pathStep } from './answer-part.ts';
import type { Matcher, Rules } from './rules.ts';

/**
 * JSON that a bank sends as plain text, which Pact compares as a text: the text, and a pattern for the whole of it. `isPart`: the
 * answer has further fields, in between and behind.
 */
export const jsonAsText = ({ content, rules }: ExpectedBody, isPart: boolean) => ({
  content: JSON.stringify(content),
  rules: { $: [{ match: 'regex', regex: `^${patternOf(content, '$', { rules, isPart })}$` }] } satisfies Rules,
});

interface Pattern {
  readonly rules: Rules;
  readonly isPart: boolean;
}

const patternOf = (value: unknown, path: string, pattern: Pattern): string => {
  const { rules, isPart } = pattern;
  const own = rules[path] ?? [];
  if (Array.isArray(value)) return listPattern(value, path, pattern);
  if (typeof value !== 'object' || value === null) return leafPattern(value, own);
  const fields = Object.entries(value).map(
    ([name, one]) => `${escaped(JSON.stringify(name))}:${patternOf(one, `${path}${pathStep(name)}`, pattern)}`,
  );
  return isPart
    ? `\\{${anything}${fields.map((field) => `${field}${anything}`).join('')}\\}`
    : `\\{${fields.join(',')}\\}`;
};

const anything = '.*';

const listPattern = (list: readonly unknown[], path: string, pattern: Pattern): string => {
  const own = pattern.rules[path] ?? [];
  if (list.length === 0) return own.length > 0 ? `\\[${anything}\\]` : '\\[\\]';
  if (own.some(({ min }) => min !== undefined)) {
    const item = patternOf(list[0], `${path}[*]`, pattern);
    return `\\[${item}(,${item})*\\]`;
  }
  return `\\[${list.map((one, index) => patternOf(one, `${path}[${index}]`, pattern)).join(',')}\\]`;
};

const leafPattern = (value: unknown, own: readonly Matcher[]): string => {
  const isText = typeof value === 'string';
  const quoted = (inner: string): string => (isText ? `"${inner}"` : inner);
  const regex = own.find(({ match }) => match === 'regex')?.['regex'];
  if (typeof regex === 'string') return quoted(inText(regex));
  const isAny = own.some(({ match }) => match === 'type' || match === 'integer');
  if (isAny) return isText ? '"[^"]*"' : '-?\\d+';
  return escaped(JSON.stringify(value));
};

/** The pattern of a value inside of the text of all. */
const inText = (regex: string): string =>
  `(?:${regex
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replaceAll('\\S', '[^\\s"]')
    .replace(/^\.\+$/, '[^"]+')})`;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
