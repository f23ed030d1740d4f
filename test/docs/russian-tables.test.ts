import test from 'ava';
import { controlEndpoints } from '../../simulator/control/all.ts';
import { providerStates } from '../../simulator/provider-states/all.ts';
import { russianControlCalls } from './generate/russian/control-calls.ts';
import { russianText } from './generate/russian/russian-text.ts';
import { russianStateRemarks } from './generate/russian/state-remarks.ts';

test('every control call has a text in Russian, and no other has one', (t) => {
  t.deepEqual(
    Object.keys(russianControlCalls).toSorted(),
    controlEndpoints.map(({ method, path }) => `${method} ${path}`).toSorted(),
  );
});

test('every remark of a provider state has a text in Russian, and no other has one', (t) => {
  const remarks = Object.values(providerStates).flatMap(({ about }) => about ?? []);

  t.deepEqual(Object.keys(russianStateRemarks).toSorted(), [...new Set(remarks)].toSorted());
});

test('a text that is missing in Russian is named, with the place where it belongs', (t) => {
  t.throws(() => russianText({ known: 'знакомый' }, 'GET /new'), {
    message: 'no Russian text for "GET /new": add it in test/docs/generate/russian',
  });
});
