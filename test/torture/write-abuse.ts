import { callbackMark } from '../../simulator/callbacks/deliver/send-callback.ts';
import type { Chance } from './chance.ts';
import {
  contentTypes,
  doorHeaders,
  junkHeaders,
  junkHosts,
  junkNames,
  junkValues,
  methods,
  strangeMethods,
} from './junk.ts';
import { type Pairs, spoil, spoilDeep } from './spoil.ts';
import { rareTargets, type Target, targets } from './targets.ts';
import { type Known, type Maker, validValue } from './valid-values.ts';

/** A request as it goes over the wire. */
export interface AbusiveRequest {
  readonly target: Target;
  readonly method: string;
  readonly path: string;
  readonly bytes: Buffer;
}

interface AbuseChoice {
  /** Things of another merchant: they take the place of known ones now and then in calls that can do nothing to them. */
  readonly foreign?: Partial<Known>;
  /** The address; else one by chance. */
  readonly target?: Target;
}

/**
 * One request: a valid call to an address of the gateway, with up to a few things wrong about it. With a chance that
 * nothing unlikely ever happens by, nothing is wrong.
 */
export const writeAbuse = (
  chance: Chance,
  everything: Known,
  { foreign = {}, target = chance.pick(chance.is(0.0005) ? rareTargets : targets) }: AbuseChoice = {},
): AbusiveRequest => {
  const known = target.hasLogin && chance.is(0.03) ? { ...everything, ...foreign } : everything;
  const mutations = chance.is(0.6) ? 1 + chance.below(3) : 0;
  const pairs = spoil(validPairs(target, chance, known), chance, mutations);
  // A method that means something here would take away the merchant that all else is about.
  const isControl = target.path.startsWith('/sandbox/');
  const method = chance.is(0.03) ? chance.pick(isControl ? strangeMethods : methods) : target.method;
  const path = pathOf(target, chance, known);
  const isHuge = chance.is(0.0008);
  // Names and values of a query of the control API are all checked: there it is no second place for a body.
  const inQuery = isControl || target.body === 'none' || chance.is(0.2);
  const query = inQuery ? short(encoded(pairs, chance)) : '';
  const body = isHuge
    ? hugeBody(chance)
    : target.body === 'json'
      ? jsonBody(target, pairs, chance, known)
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
    ...(chance.is(0.04) ? [chance.pick([...doorHeaders, `${callbackMark}: ${known.mark}`])] : []),
  ];
  const line = `${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1`;
  return {
    target,
    method,
    path,
    bytes: Buffer.concat([Buffer.from([line, ...headers, '', ''].join('\r\n'), 'latin1'), body]),
  };
};

/** 'all': every parameter of which a value is known. */
export const validPairs = (
  { parameters, required, values, queries }: Target,
  chance: Chance,
  known: Known,
  choice: 'some' | 'all' = 'some',
): Pairs =>
  queries
    ? Object.entries(chance.pick(queries))
    : parameters.flatMap((name) => {
        const value = validValue(name, chance, known, values);
        const isSent = choice === 'all' || chance.is(required.includes(name) ? 0.98 : 0.15);
        return value === undefined || !isSent ? [] : [[name, value] as const];
      });

const pathOf = ({ path }: Target, chance: Chance, known: Known): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name !== 'junk' && !chance.is(0.15)) return name === 'name' ? 'own' : (validValue(name, chance, known) ?? 'x');
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

const jsonBody = ({ bodies, endpoint = '' }: Target, pairs: Pairs, chance: Chance, known: Known): Buffer => {
  if (chance.is(0.06)) return Buffer.from(chance.pick(junkValues));
  const valid = bodies && validBody(chance.pick(bodies), chance, known);
  if (valid && endpoint.endsWith('/state'))
    return Buffer.from(JSON.stringify(chance.is(0.6) ? spoilDeep(valid, chance) : valid));
  const fields: [string, string][] = valid
    ? Object.entries(valid).map(([name, value]) => [name, JSON.stringify(value)])
    : pairs.map(([name, value]) => [name, nested(value)]);
  if (chance.is(0.4)) {
    const at = chance.below(fields.length + 1);
    fields.splice(at, 1, [chance.is(0.5) ? (fields[at]?.[0] ?? 'a') : chance.pick(junkNames), junkJson(chance)]);
  }
  return Buffer.from(`{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`);
};

export const validBody = (body: object | Maker<object>, chance: Chance, known: Known): object =>
  typeof body === 'function' ? body(chance, known) : body;

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
