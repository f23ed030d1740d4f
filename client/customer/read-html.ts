/** A start or end tag with its attributes, decoded; names in lower case. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the tag begins, and where the text after it begins. */
  readonly start: number;
  readonly end: number;
}

/** The page without what a reader does not see. Its positions are those of `readTags`. */
export const visibleHtml = (html: string): string =>
  html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '');

const tagPattern = /<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attributePattern = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** All tags in the order of the page. */
export const readTags = (html: string): Tag[] =>
  [...html.matchAll(tagPattern)].map((found) => ({
    name: found[2]?.toLowerCase() ?? '',
    isEnd: found[1] === '/',
    attributes: readAttributes(found[3] ?? ''),
    start: found.index,
    end: found.index + found[0].length,
  }));

const readAttributes = (text: string): Map<string, string> => {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attributePattern)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return attributes;
};

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Decodes numeric entities and the few named ones that templates write; leaves others as they are. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

/** Text between two positions, without tags, blanks squeezed. */
export const textBetween = (html: string, start: number, end: number): string =>
  decodeEntities(html.slice(start, end).replace(tagPattern, ' ')).replace(/\s+/g, ' ').trim();

/** An element that carries an attribute, with the attribute's value and the element's text. */
export interface Marked {
  readonly value: string;
  readonly text: string;
}

/** The elements of a page that carry the attribute, e.g. `data-decline`; elements hidden by `hidden` do not count. */
export const markedElements = (html: string, attribute: string): Marked[] => {
  const page = visibleHtml(html);
  const tags = readTags(page);
  return tags.flatMap((tag, index) => {
    const value = tag.attributes.get(attribute);
    if (value === undefined || tag.isEnd || tag.attributes.has('hidden')) return [];
    return [{ value, text: textBetween(page, tag.end, endOfElement(tags, index)?.start ?? tag.end) }];
  });
};

const endOfElement = (tags: readonly Tag[], index: number): Tag | undefined => {
  const name = tags[index]?.name;
  let depth = 0;
  for (const tag of tags.slice(index)) {
    if (tag.name !== name) continue;
    depth += tag.isEnd ? -1 : 1;
    if (depth === 0) return tag;
  }
  return undefined;
};
