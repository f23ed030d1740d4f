import path from 'node:path';
import { actionCodes } from '../../../../simulator/data/action-codes.ts';
import { callbackParameterOperations } from '../../../../simulator/data/callback-parameters.ts';
import { actionCodeGroupTitles } from '../../../../simulator/scenario-engine/choice/outcomes.ts';
import { gatewayNames } from '../../../../simulator/scenario-engine/definition/endpoint-name.ts';
import { scenarioBlock } from '../scenario-file.ts';
import { type Key, languageKeys } from './keys.ts';
import { type Section, sections } from './sections.ts';

export type Language = 'en' | 'ru';

export interface Writer {
  readonly language: Language;
  /** A text in the language of the page, by the English one. */
  readonly say: (english: string) => string;
}

export const examplesFolder = path.join(import.meta.dirname, '../../scenario-examples');

/** The first words of the page. */
const introduction = [
  'A scenario is a file that sets what the bank, the gateway and the payer do with an order. This page has every key of such a file. Each example is a whole file, and a test plays it.',
  'How a scenario is chosen for a payment: [choosing what happens](choosing-what-happens.md). The scenarios that come with tillbox: [scenarios](scenarios.md).',
];

/** docs/writing-scenarios.md in a language, from the definition of scenario files. */
export const writingPage = (writer: Writer): string =>
  [
    `# ${writer.say('Writing scenarios')}`,
    ...introduction.map(writer.say),
    ...sections.map((section) => sectionText(section, writer)),
  ]
    .join('\n\n')
    .concat('\n');

const sectionText = (section: Section, writer: Writer): string =>
  [
    `## ${writer.say(section.title)}`,
    ...section.text.map((part) => paragraph(part, writer)),
    ...(section.tables ?? []).flatMap((table) => keyTable(table, writer)),
    ...(section.list ? [lists[section.list](writer)] : []),
    ...(section.examples ?? []).map(({ file }) => scenarioBlock(path.join(examplesFolder, file))),
  ].join('\n\n');

/** A paragraph, a block of commands, or the file that a comment names. */
const paragraph = (part: string, { say }: Writer): string => {
  const [, file] = /^<!-- (\S+) -->$/.exec(part) ?? [];
  if (file !== undefined) return scenarioBlock(path.join(examplesFolder, file));
  return part.startsWith('```') ? part : say(part);
};

type Table = NonNullable<Section['tables']>[number];

const tables = sections.flatMap((section) => section.tables ?? []);

/** Whether a key stands in this table: in the one with the longest beginning, and in one that names it before others. */
const stands = (key: Key, { prefix, only }: Table): boolean => {
  const longest = Math.max(...tables.filter((one) => key.path.startsWith(one.prefix)).map((one) => one.prefix.length));
  if (!key.path.startsWith(prefix) || prefix.length < longest) return false;
  const name = key.path.slice(prefix.length);
  const isNamed = tables.some((one) => one.prefix === prefix && one.only?.includes(name));
  return only ? only.includes(name) : !isNamed;
};

const keyTable = (table: Table, writer: Writer): readonly string[] => {
  const { say } = writer;
  const keys = languageKeys.filter((key) => stands(key, table));
  const hasDefaults = keys.some(({ description, isRequired }) => description.includes(defaultMark) || isRequired);
  const head = [say('key'), say('value'), ...(hasDefaults ? [say('default')] : []), say('meaning')];
  const rows = keys.map((key) => {
    const [meaning = '', fallback = key.isRequired ? say('required') : ''] = say(key.description).split(
      say(defaultMark),
    );
    const name = `\`${key.path.slice(table.prefix.length)}\``;
    return [name, valueText(key, writer), ...(hasDefaults ? [fallback.replace(/\.$/, '')] : []), meaning];
  });
  return [
    ...(table.title === undefined ? [] : [say(table.title)]),
    markdownTable(head, rows),
    ...keys.flatMap((key) => wordTable(key, table, writer)),
  ];
};

/** The words between a meaning and a default. */
const defaultMark = ' Default: ';

const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const valueText = ({ value, words }: Key, { say }: Writer): string => {
  if (value !== undefined) return value === 'true' ? '`true`' : say(value).replaceAll('*', '\\*');
  return words.map(([word]) => `\`${word}\``).join(', ');
};

/** Words that stand in a list of their own, or in the table of another key. */
const toldElsewhere: ReadonlySet<string> = new Set([
  'attempts[].decline',
  'gateway[].on',
  'when.currency',
  'expect.callbacks[].operation',
]);

const wordTable = (key: Key, { prefix }: Table, { say }: Writer): readonly string[] => {
  if (key.words.length === 0 || toldElsewhere.has(key.path)) return [];
  const rows = key.words.map(([word, meaning]) => [`\`${word}\``, say(meaning)]);
  return [
    `${say('Values of')} \`${key.path.slice(prefix.length)}\`:`,
    markdownTable([say('value'), say('meaning')], rows),
  ];
};

const folded = (summary: string, text: string): string =>
  `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;

const lists: Readonly<Record<NonNullable<Section['list']>, (writer: Writer) => string>> = {
  declines: ({ say, language }) =>
    Object.entries(actionCodeGroupTitles)
      .map(([group, title]) => ({ title, codes: actionCodes.filter((code) => code.group === group) }))
      .filter(({ codes }) => codes.length > 0)
      .map(({ title, codes }) =>
        folded(
          `${say(title)} (${codes.length})`,
          markdownTable(
            [say('name'), say('number'), say('meaning')],
            codes.map((code) => [`\`${code.name}\``, String(code.code), code[language]]),
          ),
        ),
      )
      .join('\n\n'),
  calls: ({ say }) =>
    [
      say(
        'What each call is for is in [endpoints](endpoints.md). `processform` is the submission of the card, by the script of the page or by its form.',
      ),
      folded(`${say('The names for')} <code>on</code>`, gatewayNames.map((name) => `\`${name}\``).join(', ')),
    ].join('\n\n'),
  callbackParameters: ({ say }) =>
    [
      say('Besides, `fields` and the callbacks of `expect` name the parameters that the merchant can ask for:'),
      folded(
        say('The parameters of callbacks'),
        markdownTable(
          [say('parameter'), say('comes with')],
          Object.entries(callbackParameterOperations).map(([name, operations]) => [
            `\`${name}\``,
            operations.map((operation) => `\`${operation}\``).join(', '),
          ]),
        ),
      ),
    ].join('\n\n'),
};
