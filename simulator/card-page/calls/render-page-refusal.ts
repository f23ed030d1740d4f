import { errorCodeOf } from '../../banks/error-code.ts';
import { refusalText } from '../../data/error-codes.ts';
import type { RefusalRenderer } from '../../http/call/endpoint.ts';

/** The page's own calls: the code is a number and the text stands twice. Source: public client of the page's calls. */
export const renderPageRefusal: RefusalRenderer = ({ reason, detail }, { bank }, language) => {
  const text = refusalText(reason, language, detail);
  return { error: text, errorCode: Number(errorCodeOf(bank, reason)), errorMessage: text };
};
