import type { Chance } from './chance.ts';
import { junkNames, junkValues } from './junk.ts';

export type Pairs = (readonly [name: string, value: string])[];

/** Parameters with as many things wrong. */
export const spoil = (valid: Pairs, chance: Chance, mutations: number): Pairs => {
  const pairs = [...valid];
  for (let count = 0; count < mutations; count++) {
    const at = chance.below(pairs.length + 1);
    const [name = 'a', value = ''] = pairs[at] ?? [];
    const kind = chance.below(8);
    const inner = chance.is(0.6) ? spoilInside(value, chance) : undefined;
    if (inner !== undefined) pairs.splice(at, 1, [name, inner]);
    else if (kind < 4) pairs.splice(at, 1, [name, chance.pick(junkValues)]);
    else if (kind === 4) pairs.splice(at, 1);
    else if (kind === 5) pairs.push([name, chance.pick([value, ...junkValues])]);
    else if (kind === 6) pairs.push([chance.pick(junkNames), chance.pick(junkValues)]);
    else pairs.splice(at, 1, [name, cut(value, chance)]);
  }
  if (chance.is(0.0008)) for (let index = 0; index < 11_000; index++) pairs.push([`p${index}`, '1']);
  return pairs;
};

/** A message with one field that is not what it should be; undefined where the value is no message. */
const spoilInside = (value: string, chance: Chance): string | undefined => {
  const isPacked = value.startsWith('eyJ');
  const fields = fieldsIn(isPacked ? Buffer.from(value, 'base64url').toString() : value);
  if (!fields) return undefined;
  const names = Object.keys(fields);
  fields[chance.is(0.9) ? chance.pick(names) : chance.pick(junkNames)] = chance.pick(junkFields);
  const text = JSON.stringify(fields);
  return isPacked ? Buffer.from(text).toString('base64url') : text;
};

const fieldsIn = (text: string): Record<string, unknown> | undefined => {
  if (!text.startsWith('{') || text.length > 2_000) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
};

/** Among them what is an object, and yet no text can be made of it. */
const junkFields: readonly unknown[] = [
  null,
  [],
  {},
  { toString: 1, valueOf: 1 },
  [{ toString: 1, valueOf: 1 }],
  { items: [null] },
  { items: [{ toString: 1, valueOf: 1 }] },
  -1,
  1e300,
  0.1,
  true,
  '',
  'x'.repeat(5_000),
  '2026-02-31T00:00:00.000+9900',
];

const cut = (value: string, chance: Chance): string => {
  const at = chance.below(value.length + 1);
  return value.slice(0, at) + String.fromCharCode(chance.below(0x300)) + value.slice(at + chance.below(2));
};

/** A document with up to three things in it, at any depth, that are wrong, gone, or there twice. */
export const spoilDeep = (document: object, chance: Chance): object => {
  const copy = structuredClone(document);
  for (let count = 1 + chance.below(3); count > 0; count--) spoilOne(copy as Record<string, unknown>, chance);
  return copy;
};

const spoilOne = (within: Record<string, unknown>, chance: Chance): void => {
  const names = Object.keys(within);
  const name = names.length === 0 ? 'a' : chance.pick(names);
  const inner = within[name];
  if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && chance.is(0.8)) {
    spoilOne(inner as Record<string, unknown>, chance);
    return;
  }
  const kind = chance.below(4);
  if (kind === 0) delete within[name];
  else if (kind === 1) within[chance.pick([...junkNames, ...names])] = inner;
  else if (kind === 2 && typeof inner === 'string') within[name] = cut(inner, chance);
  else if (kind === 2 && typeof inner === 'number')
    within[name] = chance.pick([-inner, inner + 1, inner * 1e6, inner / 7, 8.64e15, 0]);
  else within[name] = chance.pick([...junkFields, ...junkValues]);
};
