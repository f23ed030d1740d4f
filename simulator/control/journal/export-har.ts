import { readEntries } from '../../inspection/journal.ts';
import { journalFilter } from '../../inspection/journal-schemas.ts';
import { writeHar } from '../../inspection/write-har.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { journalledContext } from './journal-on.ts';

const contentType = 'application/json; charset=utf-8';

export const exportHar = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/journal.har',
  tag: 'journal',
  summary:
    'The journal as an HTTP Archive (HAR 1.2), which browsers and viewers open; the filters are those of the journal.',
  pathFields: loginField,
  query: journalFilter,
  answer: { contentType },
  handle: async ({ context, path, query, origin }) => {
    const own = await journalledContext(context, path.login);
    return { contentType, text: JSON.stringify(writeHar(await readEntries(own, query), origin)) };
  },
});
