import type { Language } from '../../../../domain/orders/order.ts';
import type { Api } from '../document.ts';
import { controlMeanings } from './control.ts';
import { merchantMeanings } from './merchant.ts';

/** A text and its language. */
export interface Said {
  readonly lang: 'en' | 'ru';
  readonly text: string;
}

const russian: Readonly<Record<Api, ReadonlyMap<string, string>>> = {
  merchant: new Map(merchantMeanings),
  control: new Map(controlMeanings),
};

/** The text in English, or in Russian, which readers of Kazakh know better than English. */
export const saidIn = (reader: Language, english: string, inRussian: string | undefined): Said =>
  reader === 'en' || inRussian === undefined ? { lang: 'en', text: english } : { lang: 'ru', text: inRussian };

/** What a description of a document says, to this reader. */
export const meaningIn =
  (reader: Language, api: Api) =>
  (description: string): Said =>
    saidIn(reader, description, russian[api].get(description));
