import type { Chance } from './chance.ts';
import { contentTypes, junkHeaders, junkHosts, junkNames, junkValues, methods, strangeMethods } from './junk.ts';
import { rareTargets, type Target, targets } from './targets.ts';
import { type Known, validValue } from './valid-values.ts';

/** A request as it goes over the wire. */
export interface AbusiveRequest {
  readonly method: string;
  readonly path: string;
  readonly bytes: Buffer;
}

type Pairs = (readonly [name: string, value: string])[];

/** One request: a valid call to an address of the gateway, with up to a few things wrong about it. */
export const writeAbuse = (chance: Chance, known: Known): AbusiveRequest => {
  const target = chance.pick(chance.is(0.0005) ? rareTargets : targets);
  const mutations = chance.is(0.4) ? 0 : 1 + chance.below(3);
  const pairs = spoil(validPairs(target, chance, known), chance, mutations);
  // A method that means something here would take away the merchant that all else is about.
  const isControl = target.path.startsWith('/sandbox/');
  const method = chance.is(0.03) ? chance.pick(isControl ? strangeMethods : methods) : target.method;
  const path = pathOf(target, chance, known);
  const isHuge = chance.is(0.0008);
  const inQuery = target.body === 'none' || chance.is(0.2);
  const query = inQuery ? short(encoded(pairs, chance)) : '';
  const body = isHuge
    ? hugeBody(chance)
    : target.body === 'json'
      ? jsonBody(target, pairs, chance)
      : inQuery
        ? Buffer.alloc(0)
        : formBody(pairs, chance);
  const type = chance.is(0.05)
    ? chance.pick(contentTypes)
    : target.body === 'json'
      ? 'application/json'
      : 'application/x-www-form-urlencoded';
  const hasBody = body.length > 0 || method === 'POST';
  const headers = [
    `Host: ${chance.is(0.03) ? chance.pick(junkHosts) : '127.0.0.1'}`,
    ...(hasBody ? [...(type === '' ? [] : [`Content-Type: ${type}`]), `Content-Length: ${body.length}`] : []),
    ...(target.headers ?? []),
    ...(chance.is(0.1) ? [chance.pick(junkHeaders)] : []),
  ];
  const line = `${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1`;
  return { method, path, bytes: Buffer.concat([Buffer.from([line, ...headers, '', ''].join('\r\n'), 'latin1'), body]) };
};

const validPairs = ({ parameters, required }: Target, chance: Chance, known: Known): Pairs =>
  parameters.flatMap((name) => {
    const value = validValue(name, chance, known);
    return value === undefined || !chance.is(required.includes(name) ? 0.98 : 0.15) ? [] : [[name, value] as const];
  });

const spoil = (valid: Pairs, chance: Chance, mutations: number): Pairs => {
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

const pathOf = ({ path }: Target, chance: Chance, known: Known): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name !== 'junk' && !chance.is(0.15))
      return name === 'name' ? 'own' : (validValue(name === 'id' ? 'bindingId' : name, chance, known) ?? 'x');
    return chance.pick([
      '%',
      '%ff',
      '%00',
      '..%2f..',
      encodeURIComponent(chance.pick(junkValues).slice(0, 80).toWellFormed()),
    ]);
  });

/** Mostly as forms are written; sometimes bytes that are no UTF-8, or halves of escapes. */
const encoded = (pairs: Pairs, chance: Chance): string => {
  const text = pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
  if (!chance.is(0.04)) return text;
  return text + chance.pick(['&%', '&a=%f', '&%ff%fe=%c3', '&=', '&&&', '&a=%u0041', '&\u00ff=\u00fe', '=&=']);
};

const escaped = (text: string): string => encodeURIComponent(text.toWellFormed());

/** A request line has to stay shorter than Node lets it be, or every long one is only a 431. */
const short = (query: string): string =>
  (query.length > 12_000 ? query.slice(0, 12_000) : query).replace(/[^!-~]/g, '%ff');

const formBody = (pairs: Pairs, chance: Chance): Buffer => Buffer.from(encoded(pairs, chance), 'latin1');

const jsonBody = ({ bodies }: Target, pairs: Pairs, chance: Chance): Buffer => {
  if (chance.is(0.06)) return Buffer.from(chance.pick(junkValues));
  const fields: [string, string][] =
    bodies && chance.is(0.7)
      ? Object.entries(chance.pick(bodies)).map(([name, value]) => [name, JSON.stringify(value)])
      : pairs.map(([name, value]) => [name, nested(value)]);
  if (chance.is(0.4)) {
    const at = chance.below(fields.length + 1);
    fields.splice(at, 1, [chance.is(0.5) ? (fields[at]?.[0] ?? 'a') : chance.pick(junkNames), junkJson(chance)]);
  }
  return Buffer.from(`{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`);
};

/** JSON calls nest what form calls send as text. */
const nested = (value: string): string => (/^[[{]/.test(value) ? value : JSON.stringify(value));

const junkJson = (chance: Chance): string => {
  const text = chance.pick(junkValues);
  const kind = chance.below(6);
  if (kind === 0) return JSON.stringify(text);
  if (kind === 1) return JSON.stringify([text, null, [{}]]);
  if (kind === 2) return JSON.stringify({ [chance.pick(junkNames)]: text });
  if (kind === 3) return chance.pick(['null', 'true', '-1', '1.5', '1e300', '9007199254740992', '[]']);
  if (kind === 4) return nested(text);
  return JSON.stringify({ matches: chance.pick(['^a', '(', '[', 'a{1,2}']) });
};

const hugeBody = (chance: Chance): Buffer =>
  Buffer.alloc(chance.pick([300_000, 2_097_152, 2_097_153, 3_000_000]), chance.pick(['a', 'a=b&', '[', '\u00ff']));
