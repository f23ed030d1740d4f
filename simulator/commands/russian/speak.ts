import { settingRows } from '../../config.ts';
import { type ActionCode, actionCodes } from '../../data/action-codes.ts';
import { russianMissedSteps } from '../../data/missed-step-texts.ts';
import { panelLabels } from '../../data/panel-labels.ts';
import { inRussian, type Translate, translator } from '../../domain/translate.ts';
import { actionCodeGroupTitles } from '../../scenario-engine/choice/outcomes.ts';
import { bannerRows } from './banner.ts';
import { errorRows } from './errors.ts';
import { helpRows } from './help.ts';
import { orderLineRows } from './order-lines.ts';
import { reasonRows } from './reasons.ts';
import { rehearsalRows } from './rehearsal.ts';
import type { RussianRow } from './rows.ts';
import { sandboxRows } from './sandbox.ts';
import { scenarioAdvice } from './scenario-advice.ts';
import { scenarioSubjects } from './scenario-subjects.ts';
import { settingWords } from './settings.ts';
import { shopCaseRows } from './shop-cases.ts';
import { shopHelpRows } from './shop-help.ts';

/** The text of an action code, alone and before the title of its group. */
const codeRows = ({ en, ru, group }: ActionCode): readonly RussianRow[] => {
  const title = panelLabels.find((label) => group !== 'approved' && label.en === actionCodeGroupTitles[group]);
  return [[en, ru], ...(title ? [[`${en} (${title.en})`, `${ru} (${title.ru})`] as const] : [])];
};

/** Every table of the terminal, by its subject. */
export const russianTables = {
  help: helpRows,
  shopHelp: shopHelpRows,
  shopCases: shopCaseRows,
  banner: bannerRows,
  settings: [
    ...settingWords,
    ...settingRows.map(([, { meaning, meaningInRussian }]) => [meaning, meaningInRussian] as const),
  ],
  errors: errorRows,
  orders: orderLineRows,
  rehearsal: rehearsalRows,
  reasons: reasonRows,
  sandbox: sandboxRows,
  subjects: scenarioSubjects,
  advice: scenarioAdvice,
  missedSteps: russianMissedSteps,
  labels: panelLabels.map(({ en, ru }) => [en, ru] as const),
  actionCodes: actionCodes.flatMap(codeRows),
} as const satisfies Readonly<Record<string, readonly RussianRow[]>>;

/** Deciders of an explanation; as wide as the English ones, because they stand in a column. */
const deciders: readonly RussianRow[] = [
  ['order', 'заказ'],
  ['merchant', 'мерчант'],
  ['scenario', 'сценарий'],
  ['card number', 'номер карты'],
  ['default', 'иначе'],
  ['wallet', 'кошелёк'],
  ['order features', 'features'],
];

const deciderInRussian = (decider: string): string => {
  const row = deciders.toReversed().find(([english]) => decider.startsWith(english));
  return row === undefined ? decider : decider.replace(...row).padEnd(decider.length);
};

/** What an order is described by. */
const labels: readonly RussianRow[] = [
  ['amount', 'сумма'],
  ['currency', 'валюта'],
  ['order number', 'номер заказа'],
  ['merchant', 'мерчант'],
  ['client id', 'id клиента'],
  ['e-mail', 'e-mail'],
  ['description', 'описание'],
  ['language', 'язык'],
  ['attempt', 'попытка'],
  ['card', 'карта'],
];

const withLabel = (text: string): string => {
  const row = labels.find(([english]) => text === english || text.startsWith(`${english} `));
  return row === undefined ? text : text.replace(...row);
};

/** `5000 or more`, `from 500 to 900`. */
const rangeInRussian = (range: string): string =>
  range
    .replace(/^(\d+) or more$/, 'не меньше $1')
    .replace(/^(\d+) or less$/, 'не больше $1')
    .replace(/^from (\d+) to (\d+)$/, 'от $1 до $2');

/** Conditions that hold, with commas, or that fail, with semicolons. */
const conditionsInRussian = (conditions: string): string | undefined => {
  const separator = conditions.includes('; ') ? '; ' : /, (?!the order has )/;
  const said = conditions.split(separator).map((one) => translateLine(one));
  return said.includes(undefined) ? undefined : said.join(separator === '; ' ? '; ' : ', ');
};

const sayValue = (name: string, value: string): string | undefined => {
  if (name === 'label') return withLabel(value);
  if (name === 'facts') return value.split(', ').map(withLabel).join(', ');
  if (name === 'seen') return value === 'none' ? 'ничего' : value;
  if (name === 'range') return rangeInRussian(value);
  if (name === 'conditions') return conditionsInRussian(value);
  if (name === 'decider') return deciderInRussian(value);
  if (name === 'deciders')
    return value
      .split(', then ')
      .map((one) => deciderInRussian(one).trimEnd())
      .join(', затем ');
  return inRussian(name, value);
};

const translateLine: Translate = translator(Object.values(russianTables).flat(), sayValue);

/** A time of the timeline, and the indentation of a line. */
const beginning = /^\s*(?:\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+Z)? {2})?/;

const sayLine = (line: string): string => {
  const [before = ''] = beginning.exec(line) ?? [];
  const rest = line.slice(before.length);
  return before + (translateLine(rest) ?? named(rest) ?? rest);
};

/** `slow-bank: The bank thinks …`, `GET  200 /path: the payment page`: a name that stays, and words. */
const named = (line: string): string | undefined => {
  const [whole, name, words] = /^([^:]+): (.+)$/s.exec(line) ?? [];
  const said = words === undefined ? undefined : translateLine(words);
  return whole === undefined || said === undefined ? undefined : `${name}: ${said}`;
};

/** A text of the program in Russian, line by line. What has no translation stays English. */
export const inRussianWords = (text: string): string => text.split('\n').map(sayLine).join('\n');
