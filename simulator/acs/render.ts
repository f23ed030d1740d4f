import { acsTexts, fillText, sandboxTexts, unavailableTexts } from '../data/page-texts.ts';
import type { Language } from '../domain/order.ts';
import { viewFrom } from '../http/page/view-from.ts';
import type { AcsPageView } from './acs-view.ts';

export { renderAutoPost } from '../http/page/render-auto-post.ts';

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

/** A page in place of one that cannot be made at the moment. */
export const renderUnavailable = (language: Language, assetsBase: string): string =>
  fillUnavailable({ language, assetsBase, texts: unavailableTexts[language] });

const fillUnavailable = viewFrom<{
  readonly language: Language;
  readonly assetsBase: string;
  readonly texts: (typeof unavailableTexts)[Language];
}>(new URL('views/unavailable.ejs', import.meta.url), ['language', 'assetsBase', 'texts']);
