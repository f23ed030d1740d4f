import test from 'ava';
import { listOfQuestions } from '../../../contracts/drift/list-questions.ts';
import { allQuestions } from '../../../contracts/drift/questions/all.ts';
import type { DriftResult } from '../../../contracts/drift/report/drift-result.ts';
import { textReport } from '../../../contracts/drift/report/text-report.ts';
import { reportOf } from '../../../contracts/record/recorded.ts';
import { inRussianWords } from '../../../simulator/commands/russian/speak.ts';
import type { RecordedPact } from '../../../simulator/recording/pact-document.ts';

test('the end of tillbox record is said in Russian, with every reason', (t) => {
  const reasons = [
    'scenario own changed its answer',
    'it begins 3-D Secure, whose ids and addresses are new each time',
    'its $PAN is not that of one published test card, and the journal does not keep others',
    'the journal does not keep its paymentToken',
    'its expirationDate would be over at the next verification',
    'no state has such an order: a scenario acted on it',
  ];
  const pact = {
    consumer: { name: 'coffee' },
    provider: { name: 'gateway' },
    interactions: [{}, {}],
    metadata: {
      tillbox: {
        bank: 'bereke',
        calls: {
          seen: 8,
          withState: 2,
          leftOut: reasons.map((reason) => ({ call: 'rest/register.do', times: 1, reason })),
        },
      },
    },
  } as unknown as RecordedPact;

  t.is(
    inRussianWords(reportOf({ pact, file: 'a.json' })),
    `8 вызовов, с известным состоянием: 2, не вошло: 6:
  1 × rest/register.do: его ответ изменил сценарий own
  1 × rest/register.do: он начинает 3-D Secure, где номера и адреса каждый раз новые
  1 × rest/register.do: его $PAN не принадлежит ровно одной опубликованной тестовой карте, а других журнал не хранит
  1 × rest/register.do: журнал не хранит его paymentToken
  1 × rest/register.do: при следующей проверке его expirationDate уже пройдёт
  1 × rest/register.do: нет состояния с таким заказом: на него подействовал сценарий
Записано 2 взаимодействия coffee с gateway (bereke) в a.json.
`,
  );
});

const result: DriftResult = {
  bank: 'bereke',
  source: '3dsec.berekebank.kz',
  compared: allQuestions.map(({ id }) => id),
  differences: [
    {
      kind: 'changed',
      place: '$.errorCode',
      bank: 'text "4"',
      tillbox: 'text "12"',
      questions: ['register-no-amount'],
    },
    { kind: 'changed', place: 'HTTP status', bank: 'number 404', tillbox: 'number 200', questions: ['unknown-call'] },
  ],
  known: [],
  gone: [],
  leftOut: [],
  unsteady: [],
  calls: 66,
  orders: 8,
  hasPaid: false,
  failsOn: new Set(['changed']),
  countsGuesses: false,
};

test('the report of tillbox drift is said in Russian', (t) => {
  t.is(
    inRussianWords(textReport(result)),
    `bereke, 3dsec.berekebank.kz: вопросов ${allQuestions.length}, расхождений 1, ситуаций с ним 1

$.errorCode (изменилось)
  банк     text "4"
  tillbox  text "12"
  вопрос   register: без суммы

Наше предположение, а не руководство: банк не менялся:

HTTP status (изменилось) (не считается)
  банк     number 404
  tillbox  number 200
  вопрос   вызов, которого нет

66 вызовов, без денег, неоплаченных заказов: 8.
`,
  );
});

test('every question of tillbox drift has its situation in Russian', (t) => {
  const untold = allQuestions.map(({ title }) => title).filter((title) => !/[а-я]/.test(inRussianWords(title)));

  t.deepEqual(untold, []);
  t.regex(inRussianWords(listOfQuestions({ cards: true, byHand: false, wrongPassword: false })), /задаются дважды/);
});
