import { type ActionCode, actionCodes } from '../../data/action-codes.ts';
import { panelLabels } from '../../data/panel-labels.ts';
import { actionCodeGroupTitles } from '../../scenario-engine/choice/outcomes.ts';
import { inRussian, type Translate, translator } from '../../text/translate.ts';
import type { RussianRow } from './rows.ts';

/** The text of an action code, alone and before the title of its group. */
const rowsOf = ({ en, ru, group }: ActionCode): readonly RussianRow[] => {
  const title = panelLabels.find((label) => group !== 'approved' && label.en === actionCodeGroupTitles[group]);
  return [[en, ru], ...(title ? [[`${en} (${title.en})`, `${ru} (${title.ru})`] as const] : [])];
};

/** Of all action codes. */
export const codeRows: readonly RussianRow[] = actionCodes.flatMap(rowsOf);

/** Says lines about orders in Russian, by these rows. */
export const russianSpeaker = (rows: readonly RussianRow[]): Translate => {
  const translate: Translate = translator(rows, (name, value) => sayValue(name, value, translate));
  return translate;
};

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
const conditionsInRussian = (conditions: string, translate: Translate): string | undefined => {
  const separator = conditions.includes('; ') ? '; ' : /, (?!the order has )/;
  const said = conditions.split(separator).map((one) => translate(one));
  return said.includes(undefined) ? undefined : said.join(separator === '; ' ? '; ' : ', ');
};

const sayValue = (name: string, value: string, translate: Translate): string | undefined => {
  if (name === 'label') return withLabel(value);
  if (name === 'facts') return value.split(', ').map(withLabel).join(', ');
  if (name === 'seen') return value === 'none' ? 'ничего' : value;
  if (name === 'range') return rangeInRussian(value);
  if (name === 'conditions') return conditionsInRussian(value, translate);
  if (name === 'decider') return deciderInRussian(value);
  if (name === 'deciders')
    return value
      .split(', then ')
      .map((one) => deciderInRussian(one).trimEnd())
      .join(', затем ');
  return inRussian(name, value);
};
