import { type Attributes, attributesOf, type Html, type Tag, textBetween } from './read-html.ts';

/** A control of a form that has a name. */
export interface FormField {
  readonly name: string;
  /** The input's type, or `select`, `textarea`. */
  readonly type: string;
  /** The value in the page; for a checkbox the value that it sends when ticked. */
  readonly value: string;
  /** False for an unticked checkbox or radio button: it is not sent. */
  readonly isOn: boolean;
  /** What stands behind a radio button in its label. */
  readonly label?: string;
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
export const readForms = (page: Html, pageUrl: string): PageForm[] => {
  const forms: number[] = [];
  const controls: Control[] = [];
  // One pass: most tags are neither, and a page has hundreds.
  page.tags.forEach((tag, index) => {
    if (tag.isEnd) return;
    if (tag.name === 'form') forms.push(index);
    else if (controlNames.has(tag.name)) controls.push({ tag, index, attributes: attributesOf(tag) });
  });
  const enabled = controls.filter(({ attributes }) => !attributes.has('disabled'));
  return forms.map((index) => readForm(page, index, enabled, pageUrl));
};

interface Control {
  readonly tag: Tag;
  /** Its place among the tags of the page. */
  readonly index: number;
  readonly attributes: Attributes;
}

const controlNames: ReadonlySet<string> = new Set(['input', 'button', 'select', 'textarea']);

const readForm = (page: Html, formIndex: number, controls: readonly Control[], pageUrl: string): PageForm => {
  const attributes = attributesOf(page.tags[formIndex] as Tag);
  const id = attributes.get('id') ?? '';
  const action = attributes.get('action') || pageUrl;
  const end = endTag(page.tags, formIndex, 'form') ?? page.tags.length;
  const own = controls.filter((control) => {
    const owner = control.attributes.get('form');
    return owner === undefined ? control.index > formIndex && control.index < end : owner === id;
  });
  return {
    id,
    method: attributes.get('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    action: URL.canParse(action, pageUrl) ? new URL(action, pageUrl).href : action,
    fields: own.flatMap((control) => readField(page, control)),
    buttons: own.flatMap((control) => readButton(page, control)),
  };
};

const endTag = (tags: readonly Tag[], start: number, name: string): number | undefined => {
  for (let index = start + 1; index < tags.length; index++) {
    const tag = tags[index];
    if (tag?.isEnd && tag.name === name) return index;
  }
  return undefined;
};

const typeOf = ({ tag, attributes }: Control): string =>
  tag.name === 'input' || tag.name === 'button'
    ? (attributes.get('type')?.toLowerCase() ?? (tag.name === 'button' ? 'submit' : 'text'))
    : tag.name;

const notFields: ReadonlySet<string> = new Set(['submit', 'image', 'button', 'reset', 'file']);

const readField = (page: Html, control: Control): FormField[] => {
  const { tag, attributes, index } = control;
  const name = attributes.get('name');
  if (!name || tag.name === 'button') return [];
  const type = typeOf(control);
  if (tag.name === 'select') return [{ name, type, isOn: true, ...readOptions(page, index) }];
  if (tag.name === 'textarea') return [{ name, type, isOn: true, value: textInside(page, index) }];
  if (notFields.has(type)) return [];
  const canBeOff = type === 'checkbox' || type === 'radio';
  const value = attributes.get('value') ?? (canBeOff ? 'on' : '');
  const label = type === 'radio' ? { label: labelBehind(page, index) } : {};
  return [{ name, type, value, isOn: !canBeOff || attributes.has('checked'), ...label }];
};

const readButton = (page: Html, control: Control): FormButton[] => {
  const { tag, attributes, index } = control;
  if (typeOf(control) !== 'submit') return [];
  const value = attributes.get('value') ?? '';
  const text = tag.name === 'button' ? textInside(page, index) : value;
  return [{ name: attributes.get('name') ?? '', value, text }];
};

const readOptions = ({ text, tags }: Html, selectIndex: number) => {
  const inside = tags.slice(selectIndex + 1, (endTag(tags, selectIndex, 'select') ?? tags.length) + 1);
  const options = inside.flatMap((tag, index) => {
    if (tag.name !== 'option' || tag.isEnd) return [];
    const attributes = attributesOf(tag);
    if (attributes.has('disabled')) return [];
    const value = attributes.get('value') ?? textBetween(text, tag.end, inside[index + 1]?.start ?? tag.end);
    return [{ value, isSelected: attributes.has('selected') }];
  });
  const chosen = options.find(({ isSelected }) => isSelected) ?? options[0];
  return { value: chosen?.value ?? '', options: options.map(({ value }) => value) };
};

const labelBehind = ({ text, tags }: Html, index: number): string => {
  const from = (tags[index] as Tag).end;
  const end = endTag(tags, index, 'label');
  return end === undefined ? '' : textBetween(text, from, (tags[end] as Tag).start);
};

const textInside = ({ text, tags }: Html, index: number): string => {
  const tag = tags[index] as Tag;
  const end = endTag(tags, index, tag.name);
  return end === undefined ? '' : textBetween(text, tag.end, (tags[end] as Tag).start);
};
