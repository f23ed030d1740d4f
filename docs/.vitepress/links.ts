import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Markdown, Token } from './markdown.ts';
import { addressOf, contributorPages, docs } from './pages.ts';

const root = path.join(docs, '..');

/** Where links to files of the repository lead: `https://github.com/owner/name` and a branch or tag. */
export interface Repository {
  readonly url: string;
  readonly ref: string;
}

/**
 * Leads relative links to the pages of the site. One to another file of the repository leads there, or is plain text if
 * no address is known. @throws Error if a link leads to no file.
 */
export const links =
  (repository: Repository | undefined) =>
  ({ core }: Markdown): void =>
    core.ruler.push('links', ({ tokens, env }) => {
      const from = env.realPath ?? env.path;
      for (const token of tokens)
        if (token.children) token.children = withAddresses(token.children, (href) => leadOf(href, from, repository));
    });

/** The tokens of a paragraph, with the addresses that `lead` gives; a link without one is its text. */
const withAddresses = (tokens: readonly Token[], lead: (href: string) => string | undefined): Token[] => {
  let isText = false;
  return tokens.filter((token) => {
    if (token.type === 'link_close' && isText) {
      isText = false;
      return false;
    }
    if (token.type !== 'link_open') return true;
    const address = lead(token.attrGet('href') ?? '');
    isText = address === undefined;
    if (address !== undefined) token.attrSet('href', address);
    return !isText;
  });
};

const leadOf = (href: string, from: string, repository: Repository | undefined): string | undefined => {
  if (/^(?:[a-z]+:|#)/i.test(href)) return href;
  const [place = '', anchor] = href.split('#');
  // The root, because the page of changes includes a file that is there.
  const file = [path.dirname(from), root].map((folder) => path.resolve(folder, decodeURI(place))).find(existsSync);
  if (file === undefined) throw new Error(`${path.relative(root, from)}: ${href} leads to no file`);
  const page = pageOf(file);
  const address = page === undefined ? sourceOf(file, repository) : addressOf(page);
  return address === undefined || anchor === undefined ? address : `${address}#${anchor}`;
};

/** The page of a file or of a folder with a README, such as `recipes/go/README`; undefined if it is not on the site. */
const pageOf = (file: string): string | undefined => {
  const markdown = statSync(file).isDirectory() ? path.join(file, 'README.md') : file;
  const name = path.relative(docs, markdown).replaceAll(path.sep, '/');
  if (name === '../CHANGELOG.md') return 'changelog';
  if (name.startsWith('../') || !name.endsWith('.md') || !existsSync(markdown)) return undefined;
  return contributorPages.some((start) => name.startsWith(start)) ? undefined : name.slice(0, -'.md'.length);
};

const sourceOf = (file: string, repository: Repository | undefined): string | undefined =>
  repository &&
  [
    repository.url,
    statSync(file).isDirectory() ? 'tree' : 'blob',
    repository.ref,
    path.relative(root, file).replaceAll(path.sep, '/'),
  ].join('/');
