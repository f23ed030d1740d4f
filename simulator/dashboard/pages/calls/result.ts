import type { EntryView } from '../../../inspection/journal/journal.ts';
import type { Visit } from '../../page.ts';

/** How a call ended, as HTML: refused with its code, or its HTTP status. */
export const resultOf = ({ ui, say }: Visit, { isRefused, errorCode, httpStatus }: EntryView): string =>
  isRefused
    ? ui.status('bad', 'stop', say('Refused'), errorCode ?? `HTTP ${httpStatus}`)
    : ui.status('good', 'check', `HTTP ${httpStatus}`, '', 'quiet');
