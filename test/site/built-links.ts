import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of a built site: those with a text for pages and styles, the others with an empty one. */
export type BuiltSite = ReadonlyMap<string, string>;

/** Reads a folder with a built site. */
export const readSite = (folder: string): BuiltSite =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const file = path.join(parentPath, name);
        const text = /\.(?:html|css)$/.test(name) ? readFileSync(file, 'utf8') : '';
        return [path.relative(folder, file).replaceAll(path.sep, '/'), text];
      }),
  );

/** What is wrong with the links of a site that is published below the base, such as `/tillbox/`: a line for each. */
export const brokenBuiltLinks = (site: BuiltSite, base: string): readonly string[] =>
  [...site].flatMap(([file, text]) =>
    [...new Set(file.endsWith('.html') ? linksIn(text) : [])].flatMap((link) => {
      const complaint = complaintAbout(link, { file, site, base });
      return complaint ? [`${file}: ${link}: ${complaint}`] : [];
    }),
  );

/** Files of other hosts that a browser would load with a page or a style: a line for each. */
export const foreignFiles = (site: BuiltSite): readonly string[] =>
  [...site].flatMap(([file, text]) => {
    const loaded =
      /<(?:script|img|iframe|source)[^>]* src="([^"]+)"|<link[^>]* href="([^"]+)"|(?:url\(|@import )["']?([^"')]+)/g;
    return [...text.matchAll(loaded)]
      .map(([, source, link, style]) => source ?? link ?? style ?? '')
      .filter((address) => /^(?:https?:)?\/\//.test(address))
      .map((address) => `${file}: ${address}`);
  });

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<[a-z][^>]*? (?:href|src)="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

interface Place {
  readonly file: string;
  readonly site: BuiltSite;
  readonly base: string;
}

const origin = 'http://site.test';

const complaintAbout = (link: string, { file, site, base }: Place): string | undefined => {
  if (/^(?:https?|data):/.test(link)) return undefined;
  const { pathname, hash, origin: itsOrigin } = new URL(link, `${origin}${base}${file}`);
  if (itsOrigin !== origin || !pathname.startsWith(base)) return 'leads out of the site';
  const target = decodeURIComponent(pathname.slice(base.length)).replace(/(?<=^|\/)$/, 'index.html');
  // The site leads a Russian address without a page to the English page: docs/.vitepress/theme/lead-to-english.ts.
  const text = site.get(target) ?? site.get(target.replace(/(?<=^|\/)ru\//, ''));
  if (text === undefined) return 'leads to no file';
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor === '' || text.includes(` id="${anchor}"`) ? undefined : 'leads to no heading';
};
