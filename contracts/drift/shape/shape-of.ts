import type { KeptAnswer } from '../answer.ts';
import { type Leaf, leafOf } from './leaf-form.ts';

/** What an answer is like: each place of it with its form. Parents come before their children. */
export interface Shape {
  readonly outcome: Outcome;
  readonly places: ReadonlyMap<string, Leaf>;
}

/** Whether the gateway did what it was asked. */
export type Outcome = 'accepted' | 'refused';

/** Places that are not in the body. */
export const statusPlace = 'HTTP status';
export const contentTypePlace = 'content type';
const root = '$';

export const shapeOf = ({ httpStatus, contentType, body }: KeptAnswer): Shape => {
  const places = new Map<string, Leaf>([
    [statusPlace, { type: 'number', form: String(httpStatus) }],
    [contentTypePlace, { type: 'text', form: contentType === '' ? 'without characters' : plainType(contentType) }],
  ]);
  const value = jsonOf(body);
  if (value === undefined) places.set(root, { type: 'text', form: `that is not JSON: ${bareForm(body)}` });
  else addPlaces(places, value, root, '');
  return { outcome: httpStatus >= 400 || refusalCodeOf(value) !== undefined ? 'refused' : 'accepted', places };
};

/** Upper and lower case and blanks mean nothing in a content type. */
const plainType = (contentType: string): string => contentType.toLowerCase().replaceAll(/\s|"/g, '');

const bareForm = (body: string): string =>
  body.trim() === '' ? 'nothing' : /^\s*</.test(body) ? 'a page' : leafOf(body, '').form;

export const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const addPlaces = (places: Map<string, Leaf>, value: unknown, place: string, name: string): void => {
  places.set(place, leafOf(value, name));
  if (typeof value !== 'object' || value === null) return;
  for (const [part, child, childName] of partsOf(value)) addPlaces(places, child, `${place}${part}`, childName);
};

type Part = readonly [part: string, child: unknown, name: string];

/** The fields of an object, and the entries of a list: those with names by their names, which banks put in any order. */
const partsOf = (value: object): readonly Part[] => {
  if (!Array.isArray(value)) return Object.entries(value).map(([name, child]) => [`.${name}`, child, name] as const);
  const names = value.map((entry: unknown) => (entry as { readonly name?: unknown } | null)?.name);
  const areNamed = new Set(names).size === names.length && names.every((name) => typeof name === 'string');
  return value.map((entry: unknown, index) => [`[${areNamed ? names[index] : index}]`, entry, ''] as const);
};

/** The code of a refusal, as text; undefined if the gateway did what it was asked. */
export const refusalCodeOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { errorCode, ErrorCode, error } = value as Readonly<Record<string, unknown>>;
  const code = errorCode ?? ErrorCode ?? (error as { readonly code?: unknown } | undefined)?.code;
  return code === undefined || code === null || String(code) === '0' ? undefined : String(code);
};
