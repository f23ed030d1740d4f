import type { FormButton, FormField, PageForm } from '../../../client/customer/read-form.ts';
import type { Marked } from '../../../client/customer/read-html.ts';

/** Reads every attribute of every tag first: slower than the client's reader, and easier to trust. */
interface EagerTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

const tagPattern = /<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attributePattern = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const readAll = (html: string): { text: string; tags: EagerTag[] } => {
  const text = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '');
  const tags = [...text.matchAll(tagPattern)].map((found) => ({
    name: (found[2] ?? '').toLowerCase(),
    isEnd: found[1] === '/',
    // Of two attributes with one name the first counts, so it is set last.
    attributes: new Map(
      [...(found[3] ?? '').matchAll(attributePattern)]
        .reverse()
        .map(([, name = '', double, single, bare]) => [name.toLowerCase(), decode(double ?? single ?? bare ?? '')]),
    ),
    start: found.index,
    end: found.index + found[0].length,
  }));
  return { text, tags };
};

const plainText = (html: string): string => decode(html.replace(tagPattern, ' ')).replace(/\s+/g, ' ').trim();

export const eagerForms = (html: string, pageUrl: string): PageForm[] => {
  const { text, tags } = readAll(html);
  const textUpToEnd = (tag: EagerTag): string => {
    const end = tags.find(({ name, isEnd, start }) => start >= tag.end && isEnd && name === tag.name);
    return end ? plainText(text.slice(tag.end, end.start)) : '';
  };
  const typeOf = ({ name, attributes }: EagerTag): string => {
    if (name !== 'input' && name !== 'button') return name;
    return attributes.get('type')?.toLowerCase() ?? (name === 'button' ? 'submit' : 'text');
  };
  const fieldOf = (tag: EagerTag): FormField[] => {
    const [name, type, value] = [tag.attributes.get('name'), typeOf(tag), tag.attributes.get('value')];
    if (!name) return [];
    if (tag.name === 'textarea') return [{ name, type, isOn: true, value: textUpToEnd(tag) }];
    if (tag.name === 'select') {
      const after = tags.slice(tags.indexOf(tag) + 1);
      const end = after.findIndex((other) => other.isEnd && other.name === 'select');
      const inside = end < 0 ? after : after.slice(0, end + 1);
      const options = inside.flatMap((option, index) => {
        if (option.name !== 'option' || option.isEnd || option.attributes.has('disabled')) return [];
        const shown = plainText(text.slice(option.end, inside[index + 1]?.start ?? option.end));
        return [{ sent: option.attributes.get('value') ?? shown, isChosen: option.attributes.has('selected') }];
      });
      const chosen = options.find(({ isChosen }) => isChosen) ?? options[0];
      return [{ name, type, isOn: true, value: chosen?.sent ?? '', options: options.map(({ sent }) => sent) }];
    }
    if (tag.name !== 'input' || ['submit', 'image', 'button', 'reset', 'file'].includes(type)) return [];
    const canBeOff = type === 'checkbox' || type === 'radio';
    return [{ name, type, value: value ?? (canBeOff ? 'on' : ''), isOn: !canBeOff || tag.attributes.has('checked') }];
  };
  const buttonOf = (tag: EagerTag): FormButton[] => {
    if ((tag.name !== 'input' && tag.name !== 'button') || typeOf(tag) !== 'submit') return [];
    const value = tag.attributes.get('value') ?? '';
    return [{ name: tag.attributes.get('name') ?? '', value, text: tag.name === 'button' ? textUpToEnd(tag) : value }];
  };
  return tags.flatMap((form, index) => {
    if (form.name !== 'form' || form.isEnd) return [];
    const id = form.attributes.get('id') ?? '';
    const action = form.attributes.get('action') || pageUrl;
    const end = tags.findIndex((tag, at) => at >= index && tag.isEnd && tag.name === 'form');
    const own = tags.filter((tag, at) => {
      const owner = tag.attributes.get('form');
      const isOwned = owner === undefined ? at > index && (end < 0 || at < end) : owner === id;
      return isOwned && !tag.isEnd && !tag.attributes.has('disabled');
    });
    return [
      {
        id,
        method: form.attributes.get('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
        action: URL.canParse(action, pageUrl) ? new URL(action, pageUrl).href : action,
        fields: own.flatMap(fieldOf),
        buttons: own.flatMap(buttonOf),
      },
    ];
  });
};

export const eagerMarks = (html: string, attribute: string): Marked[] => {
  const { text, tags } = readAll(html);
  return tags.flatMap((tag, index) => {
    const value = tag.attributes.get(attribute);
    if (value === undefined || tag.isEnd || tag.attributes.has('hidden')) return [];
    let depth = 0;
    const end = tags.slice(index).find(({ name, isEnd }) => {
      if (name === tag.name) depth += isEnd ? -1 : 1;
      return depth === 0;
    });
    return [{ value, text: end ? plainText(text.slice(tag.end, end.start)) : '' }];
  });
};
