import { readdir, readFile } from 'node:fs/promises';
import test from 'ava';
import { missedStepIn } from '../../../simulator/data/missed-step-texts.ts';
import { outcomeTexts } from '../../../simulator/data/outcome-texts.ts';
import { panelLabel, panelLabels } from '../../../simulator/data/panel-labels.ts';
import { outcomeOptions, outcomeWords } from '../../../simulator/scenario-engine/choice/outcomes.ts';

const languages = ['ru', 'kk'] as const;

/** Texts of pages and answers, as they stand in the tables. */
const kazakhTexts = async (): Promise<readonly string[]> => {
  const folder = new URL('../../../simulator/data/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'));
  const files = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return files.flatMap((text) => [...text.matchAll(/\bkk(?:After)?: '([^']+)'/g)].map(([, words = '']) => words));
};

/** Words for Russian ones that mean something else in Kazakh, or that it takes over. */
const faults: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/(^|\s)не(?! деп)(\s|$)/, 'немесе'],
  [/[Әә]рекет(?!тер$)/, 'талпыныс, for an attempt'],
  [/Артындағы/, 'Артқы жағындағы'],
  [/имитация/, 'еліктеу'],
  [/лимиті асып/, 'лимитінен асып'],
  [/[Бб]айлам/, 'байланым'],
  [/\d (цифрлар|талпыныстар|рет(тер))/, 'the singular after a number'],
];

test('Kazakh texts have the words of Kazakh, and the singular after a number', async (t) => {
  const texts = await kazakhTexts();

  t.true(texts.length > 300);
  for (const [wrong, right] of faults)
    t.deepEqual(
      texts.filter((text) => wrong.test(text)),
      [],
      right,
    );
});

test('every outcome without a file is explained in every language', (t) => {
  const names = outcomeWords.map(({ value }) => value).toSorted();

  for (const texts of Object.values(outcomeTexts)) t.deepEqual(Object.keys(texts).toSorted(), names);
});

test('every label of the sandbox panel is in every language', (t) => {
  for (const language of languages) {
    const groups = outcomeOptions([], language);
    const labels = groups.flatMap(({ group, options }) => [group, ...options.map(({ label }) => label)]);

    t.deepEqual(
      labels.filter((label) => !/[а-яәғқңөұүһі]/i.test(label)),
      [],
    );
  }
  t.is(new Set(panelLabels.map(({ en }) => en)).size, panelLabels.length);
  t.is(panelLabel('own-scenario', 'ru'), 'own-scenario');
});

// biome-ignore format: one line per case
const faultsInWords: readonly (readonly [english: string, russian: string, kazakh: string])[] = [
  ['deposited comes 10m late, comes 3 times, once', 'deposited опаздывает на 10 мин, приходит 3 раза, один раз', 'deposited 10 минут кешігеді, 3 рет келеді, бір рет'],
  ['any does not reach the shop on the first 5 tries', 'any не доходит до магазина с первых 5 попыток', 'any алғашқы 5 талпыныста дүкенге жетпейді'],
  ['any comes 5 times', 'any приходит 5 раз', 'any 5 рет келеді'],
];

test('faults within a missed step are translated as well, and numbers agree with their words', (t) => {
  for (const [english, ...translations] of faultsInWords)
    for (const [index, language] of languages.entries())
      t.true(
        missedStepIn(language, `a fault of the callback deposited (${english})`).includes(`(${translations[index]})`),
        missedStepIn(language, `a fault of the callback deposited (${english})`),
      );
  for (const [count, words] of [
    [1, '1 попытку'],
    [2, '2 попытки'],
    [5, '5 попыток'],
    [11, '11 попыток'],
    [21, '21 попытку'],
    [112, '112 попыток'],
  ] as const)
    t.is(missedStepIn('ru', `${count} attempts`), words);
});

test('a refund after 30s of an unknown kind stays as it was written', (t) => {
  t.is(missedStepIn('ru', 'a raise of 5 KZT'), 'a raise of 5 KZT');
  t.is(missedStepIn('kk', 'an answer after 30s'), '30 секундтан кейінгі жауап');
});
