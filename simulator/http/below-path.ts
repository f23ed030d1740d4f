import type { Reply } from './reply.ts';

/**
 * What leaves the gateway when PUBLIC_URL has a path, which a proxy takes off every request: all code writes addresses as the
 * gateway has them, beginning with a slash, and here they get the path before they go out.
 */
export interface BelowPath {
  /** An address in a header. */
  readonly address: (address: string) => string;
  /** The addresses in the attributes of a page. */
  readonly html: (html: string) => string;
  /** A `Set-Cookie` header: the cookie is sent back below the path only. */
  readonly cookie: (header: string) => string;
  readonly reply: (reply: Reply) => Reply;
}

/** The attributes that hold an address. A script that needs one reads it from an attribute. */
const attributes = [
  'href',
  'src',
  'action',
  'formaction',
  'data-rest-base',
  'data-missed',
  'data-events',
  'data-schema',
]
  .concat(['data-call', 'data-tokens'])
  .join('|');

/** Values are escaped, so a quotation mark behind such a name begins an attribute. */
const address = new RegExp(`(\\s(?:${attributes})=")(?=/(?!/))`, 'g');

/** The path of PUBLIC_URL without a slash at the end; empty if it has none. */
export const publicPath = (publicUrl: string): string =>
  URL.canParse(publicUrl) ? new URL(publicUrl).pathname.replace(/\/+$/, '') : '';

/** Undefined if the address has no path. */
export const belowPathOf = (publicUrl: string): BelowPath | undefined => {
  const path = publicPath(publicUrl);
  if (path === '') return undefined;
  // The path of a URL has no other letter that means something in an attribute.
  const inHtml = path.replaceAll('&', '&amp;');
  const below: Omit<BelowPath, 'reply'> = {
    address: (text) => (/^\/(?!\/)/.test(text) ? path + text : text),
    html: (html) => html.replace(address, (before) => before + inHtml),
    cookie: (header) => header.replace(/(;\s*Path=)\/(?=;|$)/i, (_, name: string) => name + path),
  };
  return { ...below, reply: (reply) => replyBelow(below, reply) };
};

const replyBelow = ({ address, html }: Omit<BelowPath, 'reply'>, reply: Reply): Reply => {
  const { headers, body } = reply;
  const location = headers['Location'];
  const isPage = String(headers['Content-Type'] ?? '').startsWith('text/html');
  return {
    ...reply,
    ...(location !== undefined && { headers: { ...headers, Location: address(String(location)) } }),
    ...(isPage && { body: html(body) }),
  };
};
