import test from 'ava';
import type { JsonDocument } from '../../../client/index.ts';
import { banks } from '../../../simulator/banks/all.ts';
import { answersOf, parametersOf } from '../../../simulator/dashboard/pages/api/call-view.ts';
import { readDocument } from '../../../simulator/dashboard/pages/api/document.ts';
import { controlMeanings } from '../../../simulator/dashboard/pages/api/meanings-russian/control.ts';
import { meaningIn } from '../../../simulator/dashboard/pages/api/meanings-russian/meaning-in.ts';
import type { MeaningRow } from '../../../simulator/dashboard/pages/api/meanings-russian/meaning-row.ts';
import { merchantMeanings } from '../../../simulator/dashboard/pages/api/meanings-russian/merchant.ts';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { fetchDocument } from '../../helpers/http/documented-answers.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** Every description that the page shows of a document. */
const descriptionsIn = (json: JsonDocument): readonly string[] => {
  const document = readDocument(json);
  return document.calls.flatMap((call) => [
    call.description ?? '',
    ...parametersOf(call, document).map(({ meaning }) => meaning),
    ...answersOf(call, document).fields.map(({ meaning }) => meaning),
  ]);
};

/** Descriptions without a row, rows of no description, and rows that are there twice. */
const differences = (rows: readonly MeaningRow[], descriptions: readonly string[]) => {
  const keys = rows.map(([english]) => english);
  return {
    missing: [...new Set(descriptions)].filter((text) => text !== '' && !keys.includes(text)),
    leftOver: keys.filter((key) => !descriptions.includes(key)),
    twice: keys.filter((key, index) => keys.indexOf(key) !== index),
  };
};

const none = { missing: [], leftOver: [], twice: [] };

test('all that the merchant API of any bank says of a call has a Russian row, and no row is left over', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const documents = await Promise.all(
    banks.map(({ name }) => fetchDocument(`${controlUrl}/openapi/merchant.json?bank=${name}`)),
  );

  t.deepEqual(differences(merchantMeanings, documents.flatMap(descriptionsIn)), none);
});

test('all that the control API says of a call has a Russian row, and no row is left over', async (t) => {
  const { controlUrl } = await simulatorFor(t);

  const document = await fetchDocument(`${controlUrl}/openapi/control.json`);

  t.deepEqual(differences(controlMeanings, descriptionsIn(document)), none);
});

test('a Russian row keeps the names and numbers of the English one', (t) => {
  const namesIn = (text: string) => text.match(/`[^`]+`/g)?.toSorted() ?? [];
  for (const [english, russian] of [...merchantMeanings, ...controlMeanings]) {
    t.deepEqual(namesIn(russian), namesIn(english), english);
    t.deepEqual(russian.match(/\d+/g)?.toSorted(), english.match(/\d+/g)?.toSorted(), english);
  }
});

test('parameters and fields of the answer are told in Russian, to readers of Kazakh too', async (t) => {
  const simulator = await simulatorFor(t);

  for (const language of ['ru', 'kk']) {
    const { html, text } = await visitorOf(simulator.url, { language }).open('/api?call=register');
    t.regex(html, /<span class="fact-value" lang="ru">Куда покупатель вернётся после оплаты\.</, language);
    t.regex(html, /<p class="muted small break" lang="ru">Источник: https:/, language);
    t.regex(text, /formUrl Платёжная страница, на которую отправляют покупателя\./, language);
    t.notRegex(text, /Where the payer goes|Amount in minor units|Source: /, language);
    const control = await visitorOf(simulator.url, { language }).open('/api?api=control&call=getHealth');
    t.regex(control.html, /lang="ru">Об ошибке сообщает ответ/, language);
    t.notRegex(control.text, /A mistake is answered/, language);
  }
});

test('readers of English have the descriptions of the document', async (t) => {
  const simulator = await simulatorFor(t);

  const { html } = await visitorOf(simulator.url).open('/api?call=register');

  t.regex(html, /<span class="fact-value" lang="en">Where the payer goes after the payment\.</);
  t.regex(html, /<p class="muted small break" lang="en">Source: https:/);
  t.notRegex(html, /lang="ru">Куда покупатель/);
});

test('a description without a row stays English, and says so', (t) => {
  t.deepEqual(meaningIn('kk', 'merchant')('Not in the table.'), { lang: 'en', text: 'Not in the table.' });
});
