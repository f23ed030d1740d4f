import test from 'ava';
import { russianBanks } from '../../simulator/banks/russian/banks.ts';
import { cardPageWays, pageCalls } from '../../simulator/card-page/routes.ts';
import { settingRows } from '../../simulator/config.ts';
import { controlEndpoints } from '../../simulator/control/all.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';
import { scenarioAdvice } from '../../simulator/inspection/russian/scenario-advice.ts';
import { scenarioSubjects } from '../../simulator/inspection/russian/scenario-subjects.ts';
import { providerStates } from '../../simulator/provider-states/all.ts';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../simulator/scenario-engine/definition/load-scenarios.ts';
import { banksPage } from './generate/bank-tables.ts';
import { type RussianRow, russianText } from './generate/russian/russian-text.ts';
import { russianScenarios } from './generate/russian/scenarios.ts';
import { russianStateRemarks } from './generate/russian/state-remarks.ts';
import { type Say, inEnglish as sayInEnglish } from './generate/say.ts';
import { english, scenarioCatalogue } from './generate/scenario-catalogue.ts';

const inEnglish = (rows: readonly RussianRow[]): readonly string[] => rows.map(([english]) => english).toSorted();

/** A text in Russian has some letter of its alphabet. */
const isRussian = (text: string | undefined): boolean => /[а-яё]/i.test(text ?? '');

test('the summary of every control call has a text in Russian', (t) => {
  t.deepEqual(
    controlEndpoints
      .filter(({ summaryInRussian }) => !isRussian(summaryInRussian))
      .map(({ method, path }) => `${method} ${path}`),
    [],
    'their summaryInRussian is not in Russian',
  );
});

test('the remark of every provider state has a text in Russian, and no other text has one', (t) => {
  const remarks = Object.values(providerStates).flatMap(({ about }) => about ?? []);

  t.deepEqual(inEnglish(russianStateRemarks), [...new Set(remarks)].toSorted());
});

test('a text that is missing in Russian is named, with the place where it belongs', (t) => {
  t.throws(() => russianText([['All merchants.', 'Все мерчанты.']], 'All orders.'), {
    message: 'no Russian text in its row, or in test/docs/generate/russian, for: All orders.',
  });
});

test('the meaning of every endpoint has a text in Russian', (t) => {
  const endpoints = [...gatewayEndpoints, ...pageCalls, ...cardPageWays];

  t.deepEqual(
    endpoints.filter(({ meaningInRussian }) => !isRussian(meaningInRussian)).map(({ path }) => path),
    [],
    'their meaningInRussian is not in Russian',
  );
});

/** Says everything in English, and keeps what it was asked for. */
const listener = (): { readonly say: Say; readonly heard: ReadonlySet<string> } => {
  const heard = new Set<string>();
  return {
    heard,
    say: (text, values) => {
      heard.add(text);
      return sayInEnglish(text, values);
    },
  };
};

test('every text of docs/banks.md has one in Russian, and no other text has one', async (t) => {
  const { say, heard } = listener();
  await banksPage(say);

  t.deepEqual(inEnglish(russianBanks), [...heard].toSorted());
});

/** The advice of a scenario without any; those of tillbox have some. */
const ofNoScenario = 'nothing special.';

test('subjects, advice and texts of docs/scenarios.md have one in Russian, and no other text has one', async (t) => {
  const { say, heard } = listener();
  await scenarioCatalogue({ ...english, say });
  const scenarios = await loadScenarios(bundledScenarios);

  t.deepEqual(inEnglish(scenarioSubjects), [...new Set(scenarios.map(({ about }) => about))].toSorted());
  t.deepEqual(inEnglish(scenarioAdvice), [...new Set(scenarios.flatMap(({ shop }) => shop ?? []))].toSorted());
  t.deepEqual(
    inEnglish(russianScenarios).filter((text) => !heard.has(text) && text !== ofNoScenario),
    [],
  );
});

test('the meaning of every setting has a text in Russian', (t) => {
  t.deepEqual(
    settingRows.filter(([, { meaningInRussian }]) => !isRussian(meaningInRussian)).map(([name]) => name),
    [],
    'their meaningInRussian is not in Russian',
  );
});
