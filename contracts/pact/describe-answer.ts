import type { ExpectedResponse, Interaction } from './pact-file.ts';

/** Patterns in words. */
const words: Readonly<Record<string, string>> = {
  '^.+$': 'a text',
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$': 'a UUID',
  '^1[6-9]\\d{11}$': 'milliseconds since 1970',
  '^(Success|Успешно)$': '"Success" or "Успешно"',
  '^\\d{6}\\*\\*\\d{4}$': 'a masked number',
  '^\\S{1,36}$': 'the number of the order',
  '^https?://\\S+$': 'an address',
};

/** The agreed answer in a line: exact values as JSON, others by their pattern or type. */
export const describeAnswer = ({ response }: Interaction): string => {
  if (!response) return '';
  const { status, headers, body, matchingRules } = response;
  const start = status === 200 ? '' : `HTTP ${status} `;
  if (!body) return `${start}${(headers?.['Content-Type'] ?? ['no body']).join(' ')}`;
  const rules = matchingRules?.body ?? {};
  const keys = Object.values(rules)
    .flatMap(({ matchers }) => matchers)
    .flatMap(({ match, rules: inner = [] }) => (match === 'eachKey' ? inner : []))
    .map(({ regex = '' }) => `, and each key is <${withoutEnds(regex)}>`);
  return `${start}${valueAt('$', body.content, rules)}${[...new Set(keys)].join('')}`;
};

const withoutEnds = (regex: string): string => regex.replace(/^\^|\$$/g, '');

type Rules = NonNullable<NonNullable<ExpectedResponse['matchingRules']>['body']>;

const valueAt = (path: string, value: unknown, rules: Rules): string => {
  const matchers = rules[path]?.matchers.filter(({ match }) => match !== 'eachKey') ?? [];
  const regex = matchers.find(({ match }) => match === 'regex')?.regex;
  if (regex !== undefined) return `<${words[regex] ?? withoutEnds(regex)}>`;
  if (Array.isArray(value))
    return `[${value.map((item, index) => valueAt(`${path}[${index}]`, item, rules)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => `${name}: ${valueAt(`${path}.${name}`, inner, rules)}`);
    return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
  }
  return matchers.length > 0 ? `<any ${typeof value === 'string' ? 'text' : typeof value}>` : JSON.stringify(value);
};
