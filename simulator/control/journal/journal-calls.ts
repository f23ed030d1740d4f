import type { Context, MerchantContext } from '../../context.ts';
import { journalIsOff, readEntries, readJournal } from '../../inspection/journal/journal.ts';
import { journalAnswer, journalFilter } from '../../inspection/journal/journal-schemas.ts';
import { verifyWithMessage } from '../../inspection/journal/verification-message.ts';
import { verification, verificationAnswer } from '../../inspection/journal/verification-schemas.ts';
import { writeHar } from '../../inspection/journal/write-har.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { controlUrlOf } from '../control-url.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';

/** The context of a merchant. @throws Problem if the journal is off. */
export const journalledContext = async (context: Context, login: string): Promise<MerchantContext> => {
  const own = await contextOf(context, login);
  if (!own.journal.isOn) throw new Problem('refused', journalIsOff);
  return own;
};

export const getJournal = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/journal',
  tag: 'journal',
  summary:
    'The last requests of a merchant with their answers, oldest first, and the count of older ones that are gone.',
  summaryInRussian:
    'Последние запросы мерчанта с ответами, начиная с самых старых, и число более ранних, которых уже нет.',
  pathFields: loginField,
  query: journalFilter,
  answer: journalAnswer,
  handle: async ({ context, path, query }) => readJournal(await contextOf(context, path.login), query),
});

const contentType = 'application/json; charset=utf-8';

export const exportHar = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/journal.har',
  tag: 'journal',
  summary: 'The journal as an HTTP Archive (HAR 1.2), which browsers and viewers open, with the same filters.',
  summaryInRussian:
    'Тот же журнал в формате HTTP Archive (HAR 1.2), который открывают браузеры и просмотрщики; фильтры те же.',
  pathFields: loginField,
  query: journalFilter,
  answer: { contentType },
  handle: async ({ context, path, query, origin }) => {
    const own = await journalledContext(context, path.login);
    return { contentType, text: JSON.stringify(writeHar(await readEntries(own, query), origin)) };
  },
});

export const verify = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/verifications',
  tag: 'journal',
  summary: 'Checks whether the shop made the expected calls, and returns the closest ones if it did not.',
  summaryInRussian: 'Проверяет, сделал ли магазин ожидаемые вызовы; если нет, возвращает самые близкие к ним.',
  pathFields: loginField,
  body: verification,
  takesCard: true,
  answer: verificationAnswer,
  handle: async ({ context, path, body, origin }) =>
    verifyWithMessage(await journalledContext(context, path.login), body, controlUrlOf(context, origin)),
});
