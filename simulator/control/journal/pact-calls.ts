import { recordedPact } from '../../recording/recorded-pact.ts';
import { recordingQuery } from '../../recording/recording-schemas.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { journalledContext } from './journal-calls.ts';

const contentType = 'application/json; charset=utf-8';

export const getPact = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/pact',
  tag: 'journal',
  summary:
    'The calls of a merchant that the journal has as a Pact contract (version 4): each distinct call once, with provider states and matchers. 409 if it would hold a card number or data of a customer.',
  summaryInRussian:
    'Вызовы мерчанта из журнала в виде контракта Pact (версия 4): каждый вызов один раз, с состояниями провайдера и матчерами. 409, если в нём оказался бы номер карты или данные покупателя.',
  pathFields: loginField,
  query: recordingQuery,
  answer: { contentType },
  handle: async ({ context, path, query }) => ({
    contentType,
    text: `${JSON.stringify(await recordedPact(await journalledContext(context, path.login), query), null, 2)}\n`,
  }),
});
