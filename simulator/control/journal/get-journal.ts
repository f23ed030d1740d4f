import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { merchantOf } from '../merchants/show-merchant.ts';

const entry = z
  .strictObject({
    number: z.int().describe('Counts the requests of all merchants, from 1.'),
    at: z.iso.datetime().describe("By the merchant's clock."),
    tookMs: z.number(),
    surface: z.enum(['api', 'page', 'acs']),
    method: z.string(),
    path: z.string(),
    parameters: z.record(z.string(), z.unknown()).describe('Without card numbers, security codes and passwords.'),
    httpStatus: z.int(),
    contentType: z.string(),
    answer: z.string().describe('As it was sent; of a page only where it redirects to.'),
  })
  .meta({ id: 'JournalEntry' });

const filter = z.strictObject({
  path: z.string().optional().describe('Only what ends with this: `refund.do`.'),
  since: z.coerce.number().int().min(0).optional().describe('Only entries with a higher number.'),
});

export const getJournal = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/journal',
  tag: 'journal',
  summary: 'The last requests of a merchant with their answers, oldest first, and how many made room for newer ones.',
  pathFields: loginField,
  query: filter,
  answer: z.strictObject({ isOn: z.boolean(), dropped: z.int(), entries: z.array(entry) }),
  handle: async ({ context: { journal, ...context }, path: { login }, query: { path = '', since = 0 } }) => {
    await merchantOf({ ...context, journal }, login);
    const entries = journal
      .entries()
      .filter((one) => one.merchant === login && one.number > since && one.path.endsWith(path))
      .map(({ merchant: _, atMs, parametersJson, ...shown }) => ({
        ...shown,
        at: new Date(atMs).toISOString(),
        parameters: JSON.parse(parametersJson),
      }));
    return { isOn: journal.isOn, dropped: journal.droppedOf(login), entries };
  },
});
