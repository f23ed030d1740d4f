import { readTags, type Tag, textBetween, visibleHtml } from './read-html.ts';

/** A control of a form that has a name. */
export interface FormField {
  readonly name: string;
  /** The input's type, or `select`, `textarea`. */
  readonly type: string;
  /** What the page put into it; what a checkbox sends when ticked. */
  readonly value: string;
  /** False for an unticked checkbox or radio button: it is not sent. */
  readonly isOn: boolean;
  /** Values that a select offers. */
  readonly options?: readonly string[];
}

export interface FormButton {
  /** Empty when the button sends nothing of its own. */
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

export interface PageForm {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Absolute. */
  readonly action: string;
  readonly fields: readonly FormField[];
  readonly buttons: readonly FormButton[];
}

/** The forms of a page as a browser without scripts sees them. Disabled controls are left out. */
export const readForms = (html: string, pageUrl: string): PageForm[] => {
  const page = visibleHtml(html);
  const tags = readTags(page);
  return tags.flatMap((tag, index) =>
    tag.name === 'form' && !tag.isEnd ? [readForm(page, tags, index, pageUrl)] : [],
  );
};

const readForm = (page: string, tags: readonly Tag[], index: number, pageUrl: string): PageForm => {
  const attributes = tags[index]?.attributes ?? new Map<string, string>();
  const id = attributes.get('id') ?? '';
  const action = attributes.get('action') || pageUrl;
  const controls = controlsOf(tags, index, id);
  return {
    id,
    method: attributes.get('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    action: URL.canParse(action, pageUrl) ? new URL(action, pageUrl).href : action,
    fields: controls.flatMap(({ tag, after }) => readField(page, tag, after)),
    buttons: controls.flatMap(({ tag, after }) => readButton(page, tag, after)),
  };
};

/** What stands between the form's tags, and what names the form in its `form` attribute wherever it stands. */
const controlsOf = (tags: readonly Tag[], formIndex: number, formId: string): Control[] => {
  const length = tags.slice(formIndex).findIndex(({ name, isEnd }) => name === 'form' && isEnd);
  const formEnd = length < 0 ? tags.length : formIndex + length;
  return tags.flatMap((tag, index) => {
    const owner = tag.attributes.get('form');
    const isInside = index > formIndex && index < formEnd;
    const isOwned = owner === undefined ? isInside : owner === formId;
    return isOwned && !tag.isEnd && !tag.attributes.has('disabled') ? [{ tag, after: tags.slice(index + 1) }] : [];
  });
};

interface Control {
  readonly tag: Tag;
  /** The rest of the form's tags. */
  readonly after: readonly Tag[];
}

const typeOf = ({ name, attributes }: Tag): string =>
  name === 'input' || name === 'button'
    ? (attributes.get('type')?.toLowerCase() ?? (name === 'button' ? 'submit' : 'text'))
    : name;

const notFields: ReadonlySet<string> = new Set(['submit', 'image', 'button', 'reset', 'file']);

const readField = (page: string, tag: Tag, after: readonly Tag[]): FormField[] => {
  const name = tag.attributes.get('name');
  const type = typeOf(tag);
  if (!name) return [];
  if (tag.name === 'select') return [{ name, type, isOn: true, ...readOptions(page, after) }];
  if (tag.name === 'textarea') return [{ name, type, isOn: true, value: textUpTo(page, tag, after) }];
  if (tag.name !== 'input' || notFields.has(type)) return [];
  const canBeOff = type === 'checkbox' || type === 'radio';
  const value = tag.attributes.get('value') ?? (canBeOff ? 'on' : '');
  return [{ name, type, value, isOn: !canBeOff || tag.attributes.has('checked') }];
};

const readButton = (page: string, tag: Tag, after: readonly Tag[]): FormButton[] => {
  if ((tag.name !== 'input' && tag.name !== 'button') || typeOf(tag) !== 'submit') return [];
  const value = tag.attributes.get('value') ?? '';
  const text = tag.name === 'button' ? textUpTo(page, tag, after) : value;
  return [{ name: tag.attributes.get('name') ?? '', value, text }];
};

const readOptions = (page: string, after: readonly Tag[]) => {
  const end = after.findIndex(({ name, isEnd }) => name === 'select' && isEnd);
  const inside = end < 0 ? after : after.slice(0, end + 1);
  const options = inside.flatMap((tag, index) => {
    if (tag.name !== 'option' || tag.isEnd || tag.attributes.has('disabled')) return [];
    const text = textBetween(page, tag.end, inside[index + 1]?.start ?? tag.end);
    return [{ value: tag.attributes.get('value') ?? text, isSelected: tag.attributes.has('selected') }];
  });
  const chosen = options.find(({ isSelected }) => isSelected) ?? options[0];
  return { value: chosen?.value ?? '', options: options.map(({ value }) => value) };
};

const textUpTo = (page: string, tag: Tag, after: readonly Tag[]): string => {
  const end = after.find(({ name, isEnd }) => name === tag.name && isEnd);
  return textBetween(page, tag.end, end?.start ?? tag.end);
};
