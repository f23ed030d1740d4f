import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { cardPageWays, pageCalls } from '../../../simulator/card-page/routes.ts';
import { shopCaseRows } from '../../../simulator/commands/russian/shop-cases.ts';
import { settingGroups } from '../../../simulator/config.ts';
import { controlEndpoints } from '../../../simulator/control/all.ts';
import { addressOf, type EndpointFacts } from '../../../simulator/data/endpoint-facts.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';
import { caseTable } from './case-table.ts';
import { clientTable } from './client-methods.ts';
import { russianPages } from './russian/pages.ts';
import { russianText } from './russian/russian-text.ts';
import { russianStateRemarks } from './russian/state-remarks.ts';
import type { Say } from './say.ts';
import { type CatalogueLanguage, english } from './scenario-catalogue.ts';
import { stateTable } from './state-table.ts';

type Row = ReturnType<typeof settingGroups>[number][1][number][1];

/** The option of `startSimulator` for a setting, with its default if that is another one. */
const optionOf = (name: string, row: Row, say: Say): string => {
  if (row.callback) return `\`callbacks.${row.callback}\``;
  if (!row.isOption) return '';
  if (!('inProcess' in row)) return `\`${name}\``;
  const value = row.inProcess === undefined ? say('none') : `\`${JSON.stringify(row.inProcess)}\``;
  return say('{option}, {value} by default', { option: `\`${name}\``, value });
};

/** Markdown takes `<path of a file>` for a tag, except in code. */
const asText = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '\\<') : part))
    .join('`');

const settingsTable = ({ say, words }: CatalogueLanguage): string =>
  settingGroups()
    .map(([group, members]) => {
      const lines = members.map(([name, row]) => {
        const fallback = row.default ? `\`${row.default}\`` : say('empty');
        const meaning = asText(`${say(row.meaning)} ${words(`Expects ${row.expects}.`)}`);
        return `| \`${row.variable}\` | ${optionOf(name, row, say)} | ${fallback} | ${meaning} |`;
      });
      return [
        `**${say(group)}**`,
        '',
        say('| variable | option | default | meaning |'),
        '| --- | --- | --- | --- |',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');

const endpointsTable = (
  head: string,
  imitated: (how: string) => string,
  meaningOf: (endpoint: EndpointFacts) => string,
): string =>
  [
    head,
    '| --- | --- | --- |',
    ...[...gatewayEndpoints, ...pageCalls, ...cardPageWays]
      .sort((one, other) => Number(one.imitated === 'no') - Number(other.imitated === 'no'))
      .map(
        (one) => `| \`${addressOf(one, bereke.basePath)}\` | ${imitated(one.imitated ?? 'yes')} | ${meaningOf(one)} |`,
      ),
  ].join('\n');

const controlTable = (head: string, meaningOf: (call: (typeof controlEndpoints)[number]) => string): string =>
  [
    head,
    '| --- | --- |',
    ...controlEndpoints.map((call) => `| \`${call.method} ${call.path}\` | ${meaningOf(call)} |`),
  ].join('\n');

const imitatedInRussian: Readonly<Record<string, string>> = { yes: 'да', partly: 'частично', no: 'нет' };

/** Tables of the pages of docs/ru. */
const russianTables = () => ({
  'settings-ru': settingsTable(russianPages.settings),
  'endpoints-ru': endpointsTable(
    '| вызов | имитируется | что делает |',
    (how) => imitatedInRussian[how] ?? how,
    ({ meaningInRussian }) => meaningInRussian,
  ),
  'control-ru': controlTable('| вызов под `/sandbox` | что делает |', ({ summaryInRussian }) => summaryInRussian),
  'client-ru': clientTable('| вызов | метод |'),
  'cases-ru': caseTable('| случай | в правильном магазине | иначе |', (text) => russianText(shopCaseRows, text)),
  'states-ru': stateTable('| состояние | примечание | значения | параметры |', (about) =>
    russianText(russianStateRemarks, about),
  ),
});

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** Pages with tables and lists that are derived from the program, from the root. */
export const pagesWithTables = [
  'README.md',
  'README.ru.md',
  'docs/settings.md',
  'docs/control-api.md',
  'docs/endpoints.md',
  'docs/client.md',
  'docs/contract-testing.md',
  'docs/ru/settings.md',
  'docs/ru/endpoints.md',
  'docs/ru/client.md',
  'docs/ru/contract-testing.md',
  'docs/ru/control-api.md',
] as const;

/** A page with its tables as the program's own rows say. A list stands within its line. */
export const withTables = (page: string): string => {
  const tables = {
    settings: settingsTable(english),
    control: controlTable('| call below `/sandbox` | what it does |', ({ summary }) => summary),
    endpoints: endpointsTable(
      '| endpoint | imitated | what it does |',
      (how) => how,
      ({ meaning }) => meaning,
    ),
    client: clientTable('| call | method |'),
    cases: caseTable('| case | a right shop | otherwise |'),
    states: stateTable('| state | remark | values | parameters |'),
    ...russianTables(),
  };
  const lists = { banks: listed(banks.map(({ name }) => name)) };
  const parts = [
    ...Object.entries(lists),
    ...Object.entries(tables).map(([name, table]) => [name, `\n${table}\n`] as const),
  ];
  return parts.reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}${part}${end}`,
      ),
    page,
  );
};
