import { challengeHelp, challengeTexts, issuerTexts } from '../data/issuer-texts.ts';
import { htmlAttributes } from '../data/page-languages.ts';
import { fillText, sandboxTexts, unavailableTexts } from '../data/page-texts.ts';
import type { PageLanguage } from '../domain/page-language.ts';
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
    html: htmlAttributes(language),
  });
};

const fill = viewFrom<{
  readonly view: AcsPageView;
  readonly texts: (typeof issuerTexts)[PageLanguage] & (typeof challengeTexts)[1 | 2][PageLanguage];
  readonly help: (typeof challengeHelp)[PageLanguage];
  readonly sandbox: (typeof sandboxTexts)[PageLanguage];
  readonly wrongCode: string;
  readonly resent: string;
  readonly clockFace: (seconds: number) => string;
  readonly html: string;
}>(new URL('views/challenge.ejs', import.meta.url), [
  'view',
  'texts',
  'help',
  'sandbox',
  'wrongCode',
  'resent',
  'clockFace',
  'html',
]);

/** A page in place of one that cannot be made at the moment. */
export const renderUnavailable = (language: PageLanguage, assetsBase: string): string =>
  fillUnavailable({ html: htmlAttributes(language), assetsBase, texts: unavailableTexts[language] });

const fillUnavailable = viewFrom<{
  readonly html: string;
  readonly assetsBase: string;
  readonly texts: (typeof unavailableTexts)[PageLanguage];
}>(new URL('views/unavailable.ejs', import.meta.url), ['html', 'assetsBase', 'texts']);
