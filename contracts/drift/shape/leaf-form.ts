import { addressForm } from './address-form.ts';

/** The JSON type of a value, in words. */
export type LeafType = 'text' | 'number' | 'flag' | 'null' | 'list' | 'object';

export interface Leaf {
  readonly type: LeafType;
  /** What two answers have in common: the value itself if it is exact. Empty for objects and lists with values. */
  readonly form: string;
}

/** A value as it is compared: without what differs from order to order. `name`: of its field. */
export const leafOf = (value: unknown, name: string): Leaf => {
  if (value === null) return { type: 'null', form: '' };
  if (Array.isArray(value)) return { type: 'list', form: value.length === 0 ? 'without entries' : '' };
  if (typeof value === 'object') return { type: 'object', form: '' };
  if (typeof value === 'boolean') return { type: 'flag', form: String(value) };
  if (typeof value === 'number') return { type: 'number', form: numberForm(value) };
  return { type: 'text', form: textForm(String(value), name) };
};

/** Times are milliseconds or seconds since 1970: from 2001 on, so that amounts and codes are none. */
const numberForm = (value: number): string => {
  if (value >= 1e12 && value < 1e13) return 'of milliseconds since 1970';
  if (value >= 1e9 && value < 1e10) return 'of seconds since 1970';
  return String(value);
};

/** Fields that banks fill as they like, whatever stands in them. */
const freeNames: Readonly<Record<string, string>> = {
  approvalCode: 'an approval code',
  authRefNum: 'a reference number',
  referenceNumber: 'a reference number',
  terminalId: 'a terminal',
  bankName: 'a name',
  bankCountryName: 'a name',
  cardholderName: 'a name',
  merchantFullName: 'a name',
};

interface TextForm {
  readonly pattern: RegExp;
  readonly form: (text: string, groups: readonly string[]) => string;
}

/** The first that fits is the form of a text. */
const textForms: readonly TextForm[] = [
  { pattern: /^$/, form: () => 'without characters' },
  // Placeholders, codes such as 5, 398 and 05, and names such as DEPOSITED are exact.
  { pattern: /^<[\w-]+>$/, form: (text) => text },
  { pattern: /^-?\d{1,5}$/, form: (text) => `"${text}"` },
  { pattern: /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Z]{2,}$/, form: (text) => `"${text}"` },
  { pattern: /^(?:true|false|null|undefined)$/, form: (text) => `"${text}"` },
  { pattern: /^https?:\/\//, form: (text) => `with the address ${addressForm(text)}` },
  { pattern: /^1[0-9]{12}$/, form: () => 'of milliseconds since 1970' },
  { pattern: /^\d+$/, form: (text) => `of ${text.length} digits` },
  // Ids in the form of SATIM: some have no digits, and some have them at both ends, as masks have.
  { pattern: /^[A-Za-z\d]{20}$/, form: () => 'of 20 letters and digits' },
  {
    pattern: /^(\d+)(\D+)(\d+)$/,
    form: (text, [head = '', middle = '', tail = '']) => maskForm(text, head, middle, tail),
  },
  { pattern: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i, form: () => 'with a UUID' },
  { pattern: /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/, form: () => 'with an ISO time' },
  { pattern: /^(?=.*\d)[A-Za-z\d]{16,}$/, form: (text) => `of ${text.length} letters and digits` },
  { pattern: /\p{Script=Cyrillic}/u, form: () => 'in Cyrillic letters' },
  { pattern: /\p{Script=Arabic}/u, form: () => 'in Arabic letters' },
  { pattern: /\p{Script=Armenian}/u, form: () => 'in Armenian letters' },
  { pattern: /\p{L}/u, form: () => 'in Latin letters' },
];

const textForm = (text: string, name: string): string => {
  const free = freeNames[name];
  if (free !== undefined && text !== '') return `with ${free}`;
  for (const { pattern, form } of textForms) {
    const found = pattern.exec(text);
    if (found) return form(text, found.slice(1));
  }
  return 'of other characters';
};

/** The mask of a card number stands exactly; the digits around it only by their number. */
const maskForm = (text: string, head: string, middle: string, tail: string): string =>
  /^[*xX•.#-]+$/.test(middle) && head.length >= 4 && tail.length === 4
    ? `of ${head.length} digits, ${middle} and 4 digits`
    : /\p{L}/u.test(text)
      ? 'in Latin letters'
      : 'of digits and other characters';
