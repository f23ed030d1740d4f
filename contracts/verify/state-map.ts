import { readFileSync } from 'node:fs';
import { providerStates } from '../../simulator/provider-states/all.ts';
import { nearest } from '../../simulator/text/nearest.ts';
import { CannotTry } from '../report/cannot-try.ts';
import type { AskedState } from './interaction.ts';

/** The states of tillbox for sentences of a shop's own. */
export type StateMap = ReadonlyMap<string, readonly AskedState[]>;

export const noStateMap: StateMap = new Map();

/** Reads a file `{ "my sentence": { "state": "...", "params": { ... } } }`. @throws CannotTry that names the mistake */
export const readStateMap = (file: string): StateMap => {
  const map = parsed(file);
  if (!isObject(map)) throw new CannotTry(`--state-map ${file}: expected an object with sentences as its keys`);
  return new Map(
    Object.entries(map).map(([sentence, value]) => [
      sentence,
      (Array.isArray(value) ? value : [value]).map((one) => readEntry(`--state-map ${file}: "${sentence}"`, one)),
    ]),
  );
};

const parsed = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotTry(
      `--state-map ${file}: ${code === undefined ? 'it is not JSON' : `it cannot be read (${code})`}`,
    );
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fields = ['state', 'params'];

const readEntry = (where: string, value: unknown): AskedState => {
  if (!isObject(value)) throw new CannotTry(`${where}: expected { "state": "..." }`);
  const stranger = Object.keys(value).find((name) => !fields.includes(name));
  if (stranger !== undefined) throw new CannotTry(`${where}: there is no ${stranger}${meant(stranger, fields)}`);
  const { state, params = {} } = value;
  if (typeof state !== 'string' || !Object.hasOwn(providerStates, state))
    throw new CannotTry(
      `${where}: no provider state is called "${state}"${meant(String(state), Object.keys(providerStates))}`,
    );
  if (!isObject(params)) throw new CannotTry(`${where}: expected an object as params`);
  return { name: state, params };
};

const meant = (word: string, known: readonly string[]): string => {
  const found = nearest(word, known);
  return found === undefined ? '' : `; did you mean "${found}"?`;
};

/** The states that stand for one of a pact. Its own parameters take the places of `${name}`, and are added if the state takes them. */
export const mappedStates = (map: StateMap, asked: AskedState): readonly AskedState[] =>
  (map.get(asked.name) ?? [asked]).map(({ name, params = {} }) => {
    if (!map.has(asked.name)) return asked;
    const own = asked.params ?? {};
    const takes = providerStates[name]?.takes ?? [];
    const taken = Object.entries(own).filter(([parameter]) => takes.includes(parameter));
    return { name, params: { ...Object.fromEntries(taken), ...filledIn(params, own) } };
  });

const filledIn = (params: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/\$\{(\w+)\}/g, (whole, key) => String(own[key] ?? whole)) : value,
    ]),
  );
