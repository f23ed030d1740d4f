import { russianBanks } from '../../../../simulator/banks/russian/banks.ts';
import { russianTables } from '../../../../simulator/commands/russian/speak.ts';
import { inRussian as timeInRussian, translator } from '../../../../simulator/text/translate.ts';
import { inRussian, type Say } from '../say.ts';
import type { CatalogueLanguage } from '../scenario-catalogue.ts';
import { russianScenarios } from './scenarios.ts';
import { russianSettings } from './settings.ts';

const { subjects, advice, labels, settings, banner } = russianTables;

/** What the program itself says in Russian, such as the end of an order. */
const translate = translator(
  [
    ['{code}, {words}', '{code}, {words}'],
    ['{code}, {name}: {words}', '{code}, {name}: {words}'],
    ...Object.values(russianTables).flat(),
  ],
  timeInRussian,
);

/** @throws Error for a text without a translation */
const wordsOfProgram = (english: string): string => {
  const said = translate(english);
  if (said === undefined) throw new Error(`no Russian text in simulator/commands/russian for: ${english}`);
  return said;
};

/** The words of the pages of docs/ru, by the page. */
export const russianPages = {
  banks: inRussian(russianBanks),
  scenarios: {
    say: inRussian([...russianScenarios, ...subjects, ...advice, ...labels]),
    words: wordsOfProgram,
  },
  settings: { say: inRussian([...russianSettings, ...settings, ...banner]), words: wordsOfProgram },
} as const satisfies Readonly<Record<string, Say | CatalogueLanguage>>;
