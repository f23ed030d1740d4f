import { cookieHeader } from './access.ts';
import type { Notice } from './page.ts';

/** A notice for the next page waits here: every process can show it, and no address can make one up. */
export const noticeCookie = 'tillbox-notice';

/** The header that keeps a notice for the next page; undefined: it has been shown. */
export const noticeHeader = (notice: Notice | undefined, isSecure: boolean): string =>
  cookieHeader(noticeCookie, notice && packed(notice), isSecure);

const packed = (notice: Notice): string =>
  Buffer.from(JSON.stringify({ ...notice, text: notice.text.slice(0, 600) })).toString('base64url');

/** What the cookie holds; undefined if that is no notice. */
export const noticeIn = (cookie: string | undefined): Notice | undefined => {
  if (cookie === undefined) return undefined;
  try {
    const { kind, text, undo } = JSON.parse(Buffer.from(cookie, 'base64url').toString());
    return { kind: kind === 'good' ? 'good' : 'bad', text: String(text), ...(typeof undo === 'string' && { undo }) };
  } catch {
    return undefined;
  }
};
