import { challengeHelp, challengeTexts, issuerTexts } from '../data/issuer-texts.ts';
import { fillText, sandboxTexts, unavailableTexts } from '../data/page-texts.ts';
import type { Language } from '../domain/order.ts';
import { clockFace } from '../http/page/clock-face.ts';
import { viewFrom } from '../http/page/view-from.ts';
import type { AcsPageView } from './acs-view.ts';

export { renderAutoPost } from '../http/page/render-auto-post.ts';

/** The page on which the payer proves to the issuer who they are. */
export const renderAcsPage = (view: AcsPageView): string => {
  const { language, version, triesLeft, resending } = view;
  const own = challengeTexts[version][language];
  return fill({
    view,
    texts: { ...issuerTexts[language], ...own },
    help: challengeHelp[language],
    sandbox: sandboxTexts[language],
    wrongCode: triesLeft === undefined ? '' : fillText(own.wrongCode, { tries: triesLeft }),
    resent: resending.isDone ? fillText(own.resent, { left: resending.left }) : '',
    clockFace,
  });
};

const fill = viewFrom<{
  readonly view: AcsPageView;
  readonly texts: (typeof issuerTexts)[Language] & (typeof challengeTexts)[1 | 2][Language];
  readonly help: (typeof challengeHelp)[Language];
  readonly sandbox: (typeof sandboxTexts)[Language];
  readonly wrongCode: string;
  readonly resent: string;
  readonly clockFace: (seconds: number) => string;
}>(new URL('views/challenge.ejs', import.meta.url), [
  'view',
  'texts',
  'help',
  'sandbox',
  'wrongCode',
  'resent',
  'clockFace',
]);

/** A page in place of one that cannot be made at the moment. */
export const renderUnavailable = (language: Language, assetsBase: string): string =>
  fillUnavailable({ language, assetsBase, texts: unavailableTexts[language] });

const fillUnavailable = viewFrom<{
  readonly language: Language;
  readonly assetsBase: string;
  readonly texts: (typeof unavailableTexts)[Language];
}>(new URL('views/unavailable.ejs', import.meta.url), ['language', 'assetsBase', 'texts']);
