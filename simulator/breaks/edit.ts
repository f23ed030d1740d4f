import type { ChangeAnswer, Json } from './break.ts';

/** Parts of changes: each changes a JSON document in place. */

type Names = readonly string[];

/** Calls `visit` with every object of a path that has the last name. `*` stands for each item of a list. */
const eachAt = (body: Json, path: string, visit: (owner: Json, name: string) => void): void => {
  const walk = (value: Json, [name = '', ...rest]: Names): void => {
    if (value === null || typeof value !== 'object') return;
    const names = name === '*' ? Object.keys(value) : [name];
    for (const key of names) {
      if (rest.length > 0) walk(value[key], rest);
      else visit(value, key);
    }
  };
  walk(body, path.split('.'));
};

/** Changes the values that are there: `refunds.*.amount`. */
export const at =
  (paths: string | Names, change: (value: Json, owner: Json) => Json): ChangeAnswer =>
  (body) => {
    for (const path of [paths].flat())
      eachAt(body, path, (owner, name) => {
        if (name in owner) owner[name] = change(owner[name], owner);
      });
  };

/** Leaves fields out. */
export const without =
  (...paths: Names): ChangeAnswer =>
  (body) => {
    for (const path of paths)
      eachAt(body, path, (owner, name) => {
        if (Array.isArray(owner)) owner.splice(Number(name), 1);
        else delete owner[name];
      });
  };

/** Sets a field, also if it is not there. Its owner must be there. */
export const put =
  (path: string, value: Json): ChangeAnswer =>
  (body) =>
    eachAt(body, path, (owner, name) => {
      owner[name] = typeof value === 'function' ? value(owner[name], owner) : value;
    });

/** Gives a field another name. */
export const rename =
  (path: string, to: string): ChangeAnswer =>
  (body) =>
    eachAt(body, path, (owner, name) => {
      if (!(name in owner)) return;
      owner[to] = owner[name];
      delete owner[name];
    });

/** Several changes, one after the other. */
export const each =
  (...changes: readonly ChangeAnswer[]): ChangeAnswer =>
  (body) => {
    for (const change of changes) change(body);
  };

/** Changes only the answers for which this holds. */
export const when =
  (holds: (body: Json) => unknown, ...changes: readonly ChangeAnswer[]): ChangeAnswer =>
  (body) => {
    if (holds(body)) each(...changes)(body);
  };

/** Takes the place of the whole document. */
export const replace =
  (make: (body: Json) => Json): ChangeAnswer =>
  (body) => {
    const made = make(structuredClone(body));
    for (const name of Object.keys(body)) delete body[name];
    Object.assign(body, made);
  };

export const toText = String;
export const toNumber = Number;
export const toSeconds = (ms: number): number => Math.floor(ms / 1000);
export const toIso = (ms: number): string => new Date(ms).toISOString();
export const inMajorUnits = (minor: number): number => minor / 100;
