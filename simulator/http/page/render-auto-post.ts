import { htmlAttributes } from '../../data/page-languages.ts';
import { autoPostTexts } from '../../data/page-texts.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { viewFrom } from './view-from.ts';

/** A page whose only work is to carry fields to another address by POST. */
export interface AutoPostView {
  readonly language: PageLanguage;
  /** The way of the payer: to the issuer, or back from it. */
  readonly destination: 'toIssuer' | 'fromIssuer';
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The address of `auto-post.js` and `auto-post.css`, without a slash at the end. */
  readonly assetsBase: string;
}

const fill = viewFrom<{ view: AutoPostView; texts: (typeof autoPostTexts)[PageLanguage]; html: string }>(
  new URL('views/auto-post.ejs', import.meta.url),
  ['view', 'texts', 'html'],
);

/** The page submits itself, and has a button for browsers without JavaScript. */
export const renderAutoPost = (view: AutoPostView): string =>
  fill({ view, texts: autoPostTexts[view.language], html: htmlAttributes(view.language) });
