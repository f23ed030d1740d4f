import { readJournal } from '../../inspection/journal.ts';
import { journalAnswer, journalFilter } from '../../inspection/journal-schemas.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';

export const getJournal = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/journal',
  tag: 'journal',
  summary: 'The last requests of a merchant with their answers, oldest first, and how many older ones are gone.',
  pathFields: loginField,
  query: journalFilter,
  answer: journalAnswer,
  handle: async ({ context, path, query }) => readJournal(await contextOf(context, path.login), query),
});
