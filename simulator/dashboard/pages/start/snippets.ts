import type { Bank } from '../../../banks/bank.ts';
import { exampleOrder } from '../../../banks/example-order.ts';
import { registerCommand } from '../../../banks/register-command.ts';
import { viewFrom } from '../../../http/page/view-from.ts';

export const snippetNames = ['curl', 'php', 'node', 'python'] as const;
export type SnippetName = (typeof snippetNames)[number];

/** The order that a snippet registers, and the shop. */
export interface SnippetFacts {
  /** With a slash at the end. */
  readonly restUrl: string;
  readonly bank: Bank;
  readonly login: string;
  /** Undefined: a secret, which the environment variable PASSWORD holds. */
  readonly password: string | undefined;
  readonly returnUrl: string;
}

/** A program that registers a first order at this bank, ready to be run as it is. */
export const snippetOf = (name: SnippetName, facts: SnippetFacts): string => writers[name](facts);

const writers: Readonly<Record<SnippetName, (facts: SnippetFacts) => string>> = {
  curl: ({ restUrl, bank, login, password = { shell: '$PASSWORD', isText: true as const }, returnUrl }) =>
    registerCommand(restUrl, bank, { login, password }, returnUrl),

  php: (facts) =>
    [
      '<?php',
      `$order = http_build_query([`,
      ...fieldsOf(facts, { secret: "getenv('PASSWORD')", time: 'time()' }).map(
        ([name, value]) => `    '${name}' => ${value},`,
      ),
      ']);',
      `echo file_get_contents(${literal(`${facts.restUrl}register.do`)}, false, stream_context_create(['http' => [`,
      "    'method' => 'POST',",
      "    'header' => 'Content-Type: application/x-www-form-urlencoded',",
      "    'content' => $order,",
      ']]));',
    ].join('\n'),

  node: (facts) =>
    fillNode({ view: { url: literal(`${facts.restUrl}register.do`), fields: fieldsOf(facts, {}) } }).trimEnd(),

  python: (facts) =>
    [
      'import json, os, time, urllib.parse, urllib.request',
      '',
      'order = urllib.parse.urlencode({',
      ...fieldsOf(facts, { secret: "os.environ['PASSWORD']", time: 'int(time.time())' }).map(
        ([name, value]) => `    '${name}': ${value},`,
      ),
      '})',
      `with urllib.request.urlopen(${literal(`${facts.restUrl}register.do`)}, order.encode()) as answer:`,
      '    print(json.load(answer))',
    ].join('\n'),
};

/** The parameters, each with its value as the language writes it; undefined if its way to say so is not given. */
const fieldsOf = (
  { bank, login, password, returnUrl }: SnippetFacts,
  { secret, time }: { readonly secret?: string; readonly time?: string },
): readonly (readonly [name: string, value: string | undefined])[] => {
  const { amount = '', currency = '', ...others } = exampleOrder(bank, returnUrl);
  return [
    ['userName', literal(login)],
    ['password', password === undefined ? secret : literal(password)],
    ...(bank.generatesOrderNumber ? [] : [['orderNumber', time] as const]),
    ...Object.entries({ amount, currency, ...others }).map(([name, value]) => [name, literal(value)] as const),
  ];
};

const fillNode = viewFrom<{ view: object }>(new URL('node-snippet.ejs', import.meta.url), ['view']);

/** A text in PHP, JavaScript and Python alike. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
