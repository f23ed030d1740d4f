import type { Language } from '../../domain/orders/order.ts';
import { viewFrom } from './view-from.ts';

/** A page that tells a person something about the gateway. Texts are escaped. */
export interface NoticeView {
  readonly language: Language;
  /** For tests: `data-page`. */
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly NoticeRow[];
  /** A command for a terminal, with a sentence before and after it. */
  readonly command?: { readonly before: string; readonly text: string; readonly after: string };
  /** The address of the files of `assets/`, without a slash at the end. */
  readonly assetsBase: string;
}

interface NoticeRow {
  readonly label: string;
  readonly parts: readonly {
    readonly text: string;
    readonly href?: string | undefined;
    readonly isCode?: boolean;
  }[];
}

const fill = viewFrom<{ view: NoticeView }>(new URL('views/notice.ejs', import.meta.url), ['view']);

/** The page as HTML. */
export const noticePage = (view: NoticeView): string => fill({ view });
