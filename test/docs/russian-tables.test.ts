import test from 'ava';
import { controlEndpoints } from '../../simulator/control/all.ts';
import { providerStates } from '../../simulator/provider-states/all.ts';
import { russianControlCalls } from './generate/russian/control-calls.ts';
import { type RussianRow, russianText } from './generate/russian/russian-text.ts';
import { russianStateRemarks } from './generate/russian/state-remarks.ts';

const inEnglish = (rows: readonly RussianRow[]): readonly string[] => rows.map(([english]) => english).toSorted();

test('the summary of every control call has a text in Russian, and no other text has one', (t) => {
  t.deepEqual(inEnglish(russianControlCalls), [...new Set(controlEndpoints.map(({ summary }) => summary))].toSorted());
});

test('the remark of every provider state has a text in Russian, and no other text has one', (t) => {
  const remarks = Object.values(providerStates).flatMap(({ about }) => about ?? []);

  t.deepEqual(inEnglish(russianStateRemarks), [...new Set(remarks)].toSorted());
});

test('a text that is missing in Russian is named, with the place where it belongs', (t) => {
  t.throws(() => russianText([['All merchants.', 'Все мерчанты.']], 'All orders.'), {
    message: 'no Russian text in test/docs/generate/russian for: All orders.',
  });
});
