import { appendFileSync } from 'node:fs';
import type { Endpoint } from './endpoint.ts';
import { isObject, type RawAnswer } from './read-answer.ts';

/** The reader of an endpoint. */
type Read<Answer> = Endpoint<never, Answer>['read'];

/** Notes what a shop does with the answers of this client. */
export interface ReadNotes {
  /** A call went out. */
  readonly called: (path: string) => void;
  /** The answer for the shop, whose reading is noted, too. */
  readonly readWith: <Answer>(path: string, raw: RawAnswer, read: Read<Answer>) => Answer | undefined;
}

/**
 * For `tillbox record`, which names a file in TILLBOX_READS: a line for each call, `deposit.do`, and one for each field of
 * its answers that was read, `deposit.do .errorCode`. Without the variable, undefined: nothing is noted, and answers are
 * plain data.
 */
export const readNotes = (file: string | undefined = process.env['TILLBOX_READS']): ReadNotes | undefined => {
  if (!file) return undefined;
  const noted = new Set<string>();
  const note = (path: string, field: string): void => {
    const line = `${path} ${field}`;
    if (noted.has(line)) return;
    noted.add(line);
    write(file, line);
  };
  return {
    called: (path) => write(file, path),
    readWith: (path, raw, read) => {
      for (const field of neededFields(raw, (answer) => canRead(read, answer))) note(path, field);
      const watch = watcher((field) => note(path, field));
      // The client copies an answer, but does not go into it: what is inside keeps its own place.
      const answer = read(Object.fromEntries(Object.entries(raw).map(([name, one]) => [name, watch(one, `.${name}`)])));
      watch.begin();
      return watch(answer, '') as typeof answer;
    },
  };
};

/** A line at a time goes into the file whole, also from several processes. */
const write = (file: string, line: string): void => {
  try {
    appendFileSync(file, `${line}\n`);
  } catch {
    // The tests of the shop go on; `tillbox record` misses the line of the call, and takes all of its fields for read.
  }
};

const canRead = <Answer>(read: Read<Answer>, answer: RawAnswer): boolean => {
  try {
    return read(answer) !== undefined;
  } catch {
    return false;
  }
};

/** The fields without which the client itself can do nothing with an answer, such as the `orderId` of register.do. */
const neededFields = (raw: RawAnswer, isEnough: (answer: RawAnswer) => boolean): readonly string[] =>
  Object.keys(raw).flatMap((name) => {
    const { [name]: value, ...others } = raw;
    if (isEnough(others)) return [];
    const inside = insideOf(value, (changed) => isEnough({ ...raw, [name]: changed }));
    return inside.length === 0 ? [`.${name}`] : inside.map((field) => `.${name}${field}`);
  });

/** The needed fields of an object, or of the things in a list, in each of which they are needed. */
const insideOf = (value: unknown, isEnough: (value: unknown) => boolean): readonly string[] => {
  if (!Array.isArray(value)) return isObject(value) ? neededFields(value, isEnough) : [];
  const list: readonly unknown[] = value;
  const [first] = list;
  if (!isObject(first)) return [];
  return neededFields(first, (changed) =>
    isEnough(list.map((one) => Object.fromEntries(Object.entries(one ?? {}).filter(([name]) => name in changed)))),
  );
};

interface Watch {
  /** The value, whose reading is noted under its place in the answer, `.refunds.amount`. */
  (value: unknown, place: string): unknown;
  /** From now on it is the shop that reads. */
  readonly begin: () => void;
}

/** Values that the shop compares, prints or sends on are the same as without a watcher. */
const watcher = (note: (place: string) => void): Watch => {
  const watched = new WeakSet<object>();
  let isShop = false;
  const watch = (value: unknown, place: string): unknown => {
    if (!isPlain(value) || watched.has(value)) return value;
    const views = new Map<string, unknown>();
    const view = new Proxy(value, {
      get: (target, name, receiver) => {
        const one = Reflect.get(target, name, receiver);
        if (typeof name !== 'string' || !Object.hasOwn(target, name)) return one;
        const placeOfOne = Array.isArray(target) ? place : `${place}.${name}`;
        if (isShop && placeOfOne !== '') note(placeOfOne);
        if (!views.has(name)) views.set(name, watch(one, placeOfOne));
        return views.get(name);
      },
      has: (target, name) => {
        const isField = typeof name === 'string' && !Array.isArray(target) && Object.hasOwn(target, name);
        if (isShop && isField) note(`${place}.${name}`);
        return Reflect.has(target, name);
      },
    });
    watched.add(view);
    return view;
  };
  return Object.assign(watch, {
    begin: () => {
      isShop = true;
    },
  });
};

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) || (isObject(value) && Object.getPrototypeOf(value) === Object.prototype);
