import { nearest } from './nearest.ts';
import { isOptionsObject, shown } from './shown.ts';

/** A wrong option: its place, such as `callbacks.url` or `merchants[0]`, and what is wrong with it. */
export interface Mistake {
  /** Empty for the value as a whole. */
  readonly path: string;
  readonly says: string;
}

/**
 * What an option accepts. Nothing is converted: a check finds the first mistake, and the value is used as it is. The type
 * is exact in both directions, so that a list of words that lacks one of its type does not compile.
 */
export interface Check<in out Value> {
  /** The values that it accepts, for messages. */
  readonly expects: string;
  readonly mistakeIn: (value: unknown) => Mistake | undefined;
  /** Only for the compiler. */
  readonly accepted?: Value;
}

/** Without those of an index signature. */
type NamesOf<Options> = Options extends unknown
  ? keyof { [Name in keyof Options as string extends Name ? never : Name & string]: true }
  : never;

type ValueOf<Options, Name> = Options extends unknown ? (Name extends keyof Options ? Options[Name] : never) : never;

/** One check for each option; of a union, for the options of all its members. */
export type Checks<Options> = {
  readonly [Name in NamesOf<Options>]-?: Check<Exclude<ValueOf<Options, Name>, undefined>>;
};

type AnyCheck = Pick<Check<unknown>, 'mistakeIn'>;

type Table = Readonly<Record<string, AnyCheck>>;

interface FieldsForm {
  /** What an option is called in messages. */
  readonly noun?: string;
  /** Options that may not be left out; `one`: exactly one of all has to be there. */
  readonly needs?: readonly string[] | 'one';
  /** Messages do not show a value in place of the object. */
  readonly isSecret?: boolean;
  /** Other names are accepted too, with any value. */
  readonly isOpen?: boolean;
}

/**
 * An object with these options and no others; undefined means not given. A row that is missing or superfluous does not
 * compile.
 */
export const fields =
  <Options extends object>({ noun = 'option', needs = [], isOpen = false, isSecret = false }: FieldsForm = {}) =>
  <Rows extends Checks<Options>>(
    rows: Rows & { readonly [Name in Exclude<keyof Rows, NamesOf<Options>>]: never },
  ): Check<Options> => {
    const table = rows as unknown as Table;
    const expects = `an object of ${noun}s`;
    return {
      expects,
      mistakeIn: (value) => {
        if (!isOptionsObject(value)) return wrongValue(expects, value, { isSecret });
        for (const name in value) {
          if (isOpen && !Object.hasOwn(table, name)) continue;
          const mistake = mistakeAt(table, noun, value, name);
          if (mistake) return mistake;
        }
        return (
          missing(value, needs === 'one' ? [] : needs, noun) ?? (needs === 'one' ? notOne(value, table) : undefined)
        );
      },
    };
  };

const missing = (
  options: Readonly<Record<string, unknown>>,
  needs: readonly string[],
  noun: string,
): Mistake | undefined => {
  const name = needs.find((one) => options[one] === undefined);
  return name === undefined ? undefined : { path: name, says: `this ${noun} is missing` };
};

const notOne = (options: Readonly<Record<string, unknown>>, table: Table): Mistake | undefined => {
  const names = Object.keys(table);
  const given = names.filter((name) => options[name] !== undefined);
  return given.length === 1 ? undefined : { path: '', says: `expected either ${names.join(' or ')}` };
};

const mistakeAt = (
  table: Table,
  noun: string,
  options: Readonly<Record<string, unknown>>,
  name: string,
): Mistake | undefined => {
  const check = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!check) return { path: name, says: `unknown ${noun}; ${hintFor(name, Object.keys(table))}` };
  // Copies of the object would lack it.
  if (!Object.hasOwn(options, name)) return { path: name, says: 'expected in the object itself, but it is inherited' };
  const value = options[name];
  if (value === undefined) return undefined;
  return within(name, check.mistakeIn(value));
};

/** The same mistake, seen from outside of the field or item. */
export const within = (place: string, mistake: Mistake | undefined): Mistake | undefined => {
  if (!mistake) return undefined;
  const { path, says } = mistake;
  return { path: path === '' ? place : `${place}${path.startsWith('[') ? '' : '.'}${path}`, says };
};

const hintFor = (name: string, known: readonly string[]): string => {
  const meant = nearestOption(name, known);
  return meant === undefined ? `known are ${known.join(', ')}` : `did you mean ${meant}?`;
};

/** The shortest name that a hint can be found for: any two letters are near. */
const shortest = 3;

/** The known name that was most likely meant: in capitals or small letters, misspelt, or without its end. */
const nearestOption = (name: string, known: readonly string[]): string | undefined => {
  const small = name.toLowerCase();
  const same = known.find((one) => one.toLowerCase() === small);
  if (same !== undefined || name.length < shortest) return same;
  return nearest(name, known) ?? known.find((one) => one.toLowerCase().startsWith(small));
};

export const wrongValue = (expects: string, value: unknown, form: { readonly isSecret?: boolean } = {}): Mistake => ({
  path: '',
  says: `expected ${expects}, got ${shown(value, form)}`,
});

/** A word that is none of the known ones. */
export const wrongWord = (expects: string, value: unknown, words: readonly string[]): Mistake => {
  const { path, says } = wrongValue(expects, value);
  const meant = typeof value === 'string' ? nearestOption(value, words) : undefined;
  return { path, says: meant === undefined ? says : `${says}; did you mean ${meant}?` };
};

/** Some rows of a table. */
export const only = <Rows extends object, Name extends keyof Rows>(
  rows: Rows,
  ...names: readonly Name[]
): Pick<Rows, Name> => Object.fromEntries(names.map((name) => [name, rows[name]])) as Pick<Rows, Name>;

/** All rows of a table but these. */
export const without = <Rows extends object, Name extends keyof Rows>(
  rows: Rows,
  ...names: readonly Name[]
): Omit<Rows, Name> =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => !names.some((one) => one === name))) as Omit<Rows, Name>;

/** The mistake as a sentence that begins with the function and the option; undefined if the value is right. */
export const complaintAbout = (where: string, check: AnyCheck, value: unknown): string | undefined => {
  const mistake = check.mistakeIn(value);
  if (!mistake) return undefined;
  return `${where}: ${mistake.path === '' ? '' : `${mistake.path}: `}${mistake.says}`;
};
