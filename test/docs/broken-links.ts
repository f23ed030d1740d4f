import path from 'node:path';
import { slugOf } from '../../docs/.vitepress/slug.ts';

/** The files of a repository, as a link sees them. */
export interface Files {
  readonly isThere: (file: string) => boolean;
  /** The text of a page. */
  readonly textOf: (page: string) => string;
}

/** What is wrong with the links of a page, as it is shown on GitHub: a line for each. */
export const brokenLinks = (page: string, files: Files): readonly string[] =>
  linksIn(files.textOf(page)).flatMap((link) => {
    const complaint = complaintAbout(link, page, files);
    return complaint ? [`${page}: ${link}: ${complaint}`] : [];
  });

/** The text without its fenced blocks, and without code. */
const proseOf = (text: string): string =>
  text.replaceAll(/^( *)(```+)[\s\S]*?^\1\2$/gm, '').replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, 'code');

/** The addresses of links, images and definitions of links. */
const linksIn = (text: string): readonly string[] =>
  [...proseOf(text).matchAll(/\]\(([^)]*)\)|^\[[^\]]+\]:\s*(\S+)/gm)].map(([, inText, defined = '']) =>
    (inText ?? defined).replace(/\s+"[^"]*"$/, ''),
  );

const complaintAbout = (link: string, page: string, files: Files): string | undefined => {
  if (link === '') return 'leads nowhere';
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return isAddress(link) ? undefined : 'is no address of the web';
  const [place = '', anchor] = link.split('#');
  if (place.startsWith('/')) return 'begins at the root of GitHub, not of the repository';
  const file = place === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(place));
  if (!files.isThere(file)) return 'leads to no file';
  if (anchor === undefined || !file.endsWith('.md')) return undefined;
  return anchorsOf(files.textOf(file)).includes(decodeURI(anchor)) ? undefined : 'leads to no heading';
};

/** External addresses are not called: tests need no network. */
const isAddress = (link: string): boolean =>
  /^https?:\/\/[^\s/]+\.[^\s./]+(\/\S*)?(?<![.,;])$/.test(link) && URL.canParse(link);

/** The anchors of a page; GitHub numbers the headings that are there more than once. */
const anchorsOf = (text: string): readonly string[] => {
  const seen = new Map<string, number>();
  return [...text.replaceAll(/^( *)(```+)[\s\S]*?^\1\2$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const slug = slugOf(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
};
