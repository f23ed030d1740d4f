import { bankOf } from '../../../banks/bank-of.ts';
import { errorCodes } from '../../../data/error-codes.ts';
import { answerTextIn, pageLanguagesOf } from '../../../data/page-languages.ts';
import type { Language } from '../../../domain/orders/order.ts';
import type { PageLanguage } from '../../../domain/page-language.ts';
import type { EntryView } from '../../../inspection/journal/journal.ts';
import { readJson } from '../../../text/read-json.ts';
import { translator } from '../../../text/translate.ts';
import type { Visit } from '../../page.ts';

/** The text of a refusal, however the answer calls it; undefined without one. */
export const sentRefusal = ({ answer }: Pick<EntryView, 'answer'>): string | undefined => {
  try {
    const said = readJson(answer);
    const { errorMessage, ErrorMessage, error } = said as Readonly<Record<string, unknown>>;
    const inner = (error as { readonly message?: unknown; readonly description?: unknown } | undefined) ?? {};
    const text = typeof said === 'string' ? said : (errorMessage ?? ErrorMessage ?? inner.message ?? inner.description);
    return typeof text === 'string' && text !== '' ? text : undefined;
  } catch {
    return undefined;
  }
};

/** A text of a refusal in the language of the visit; a scenario's or a break's own text stays as it was sent. */
export const refusalInVisit = ({ context, language, once }: Visit, sent: string): string => {
  const bank = bankOf(context, context.merchant);
  const translate = once(`refusals of ${bank.name} in ${language}`, () =>
    translator(rowsOf(pageLanguagesOf(bank), language), (_, value) => value),
  );
  return translate(sent) ?? sent;
};

/** Every text of the gateway in these languages, beside the one in the language of the reader. */
const rowsOf = (languages: readonly PageLanguage[], reader: Language) =>
  Object.values(errorCodes).flatMap((row) =>
    languages.map((language) => [asSent(answerTextIn(row, language)), asSent(row[reader])] as const),
  );

/** A value may be any text, whatever it is called. */
const asSent = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '{sent_$1}');
