import { acsTexts, fillText, sandboxTexts } from '../data/page-texts.ts';
import type { Language } from '../domain/order.ts';
import { viewFrom } from '../http/view-from.ts';
import type { AcsPageView } from './acs-view.ts';

export { renderAutoPost } from '../http/render-auto-post.ts';

/** The page on which the payer proves to the issuer who they are. */
export const renderAcsPage = (view: AcsPageView): string => {
  const texts = acsTexts[view.language];
  const wrongCode = view.triesLeft === undefined ? '' : fillText(texts.wrongCode, { tries: view.triesLeft });
  return fill({ view, texts, sandbox: sandboxTexts[view.language], wrongCode });
};

const fill = viewFrom<{
  readonly view: AcsPageView;
  readonly texts: (typeof acsTexts)[Language];
  readonly sandbox: (typeof sandboxTexts)[Language];
  readonly wrongCode: string;
}>(new URL('views/challenge.ejs', import.meta.url), ['view', 'texts', 'sandbox', 'wrongCode']);
