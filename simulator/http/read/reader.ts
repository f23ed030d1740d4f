import type { IncomingMessage } from 'node:http';
import type { Bank } from '../../banks/bank.ts';
import type { Language } from '../../domain/orders/order.ts';
import { preferredLanguage } from './languages.ts';

/** Whether a browser asks for a page. */
export const isForPerson = ({ headers }: IncomingMessage): boolean => /\btext\/html\b/i.test(headers.accept ?? '');

/** The language of the person who reads the answer. */
export const readerOf = ({ headers }: IncomingMessage, { defaultLanguage }: Bank): Language =>
  preferredLanguage(headers['accept-language'], defaultLanguage);
