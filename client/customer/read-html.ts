/** The page without scripts, styles and comments, and its tags in their order. */
export interface Html {
  readonly text: string;
  readonly tags: readonly Tag[];
}

/** A start or end tag; the name in lower case, the attributes as they are written. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
  /** The beginning of the tag, and of the text after it. */
  readonly start: number;
  readonly end: number;
}

/** What stands outside of quotes is taken in one go, which is much faster than letter by letter. */
const tagPattern = () => /<(\/?)([a-zA-Z][\w:-]*)([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>/g;

export const readHtml = (html: string): Html => {
  const text = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '');
  const tags: Tag[] = [];
  const pattern = tagPattern();
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    tags.push({
      name: (found[2] as string).toLowerCase(),
      isEnd: found[1] === '/',
      attributes: found[3] as string,
      start: found.index,
      end: pattern.lastIndex,
    });
  }
  return { text, tags };
};

/** Attributes by name in lower case. */
export interface Attributes {
  readonly has: (name: string) => boolean;
  /** Decoded. */
  readonly get: (name: string) => string | undefined;
}

/** Most tags are never asked for their attributes, so they are read on demand. */
export const attributesOf = ({ attributes }: Tag): Attributes => {
  const values = new Map<string, string>();
  const pattern = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  for (let found = pattern.exec(attributes); found; found = pattern.exec(attributes)) {
    const name = (found[1] as string).toLowerCase();
    if (!values.has(name)) values.set(name, found[2] ?? found[3] ?? found[4] ?? '');
  }
  return {
    has: (name) => values.has(name),
    get: (name) => {
      const value = values.get(name);
      return value === undefined ? undefined : decodeEntities(value);
    },
  };
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
  text.includes('&') ? text.replace(entityPattern, decode) : text;

const entityPattern = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi;

const decode = (whole: string, hex?: string, decimal?: string, name?: string): string => {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
};

/** Text between two positions, without tags, blanks squeezed. */
export const textBetween = (html: string, start: number, end: number): string =>
  decodeEntities(html.slice(start, end).replace(tagPattern(), ' ')).replace(/\s+/g, ' ').trim();

/** An element that carries an attribute, with the attribute's value and the element's text. */
export interface Marked {
  readonly value: string;
  readonly text: string;
}

/** The elements of a page that carry the attribute, e.g. `data-decline`; elements hidden by `hidden` do not count. */
export const markedElements = ({ text, tags }: Html, attribute: string): Marked[] => {
  const mark = new RegExp(attribute, 'i');
  if (!mark.test(text)) return [];
  return tags.flatMap((tag, index) => {
    if (tag.isEnd || !mark.test(tag.attributes)) return [];
    const attributes = attributesOf(tag);
    const value = attributes.get(attribute);
    if (value === undefined || attributes.has('hidden')) return [];
    return [{ value, text: textBetween(text, tag.end, endOfElement(tags, index)?.start ?? tag.end) }];
  });
};

const endOfElement = (tags: readonly Tag[], start: number): Tag | undefined => {
  let depth = 0;
  return tags.find(({ name, isEnd }, index) => {
    if (index < start || name !== tags[start]?.name) return false;
    depth += isEnd ? -1 : 1;
    return depth === 0;
  });
};
