import type { core } from 'zod';
import { nearest } from '../text/nearest.ts';
import { fewChoices } from './schema-parts.ts';

/** The line of a value in a file, from 1, or its line and column, `7:3`; undefined if unknown. */
export type LineOf = (path: readonly PropertyKey[]) => number | string | undefined;

/** The file that a body was read from. */
export interface BodySource {
  readonly file: string;
  readonly lineOf: LineOf;
}

/** The beginning of a message about the value at this path: `mine.yaml:7`. */
export type Where = (path: readonly PropertyKey[]) => string;

/** Places in a file, or `name` if there is none. */
export const whereIn =
  (name: string, from: BodySource | undefined): Where =>
  (path) => {
    const line = from?.lineOf(path);
    return from ? `${from.file}${line === undefined ? '' : `:${line}`}` : name;
  };

/** A line for each mistake that a schema found: `file:line: path: expected ..., got ...`. */
export const mistakesIn = (issues: readonly core.$ZodIssue[], where: Where): readonly string[] =>
  issues.flatMap(mistakes(where));

const mistakes =
  (where: Where) =>
  (issue: core.$ZodIssue): readonly string[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(' ');
      return issue.keys.map((key) => {
        const meant = nearest(key, known);
        const hint = meant ? `did you mean ${meant}?` : `known are ${known.join(', ')}`;
        const path = [...issue.path, key];
        return `${where(path)}: ${pathText(path)}: unknown key; ${hint}`;
      });
    }
    const inner = issue.code === 'invalid_union' && meantAmong(issue);
    if (inner) return inner.flatMap((one) => mistakes(where)({ ...one, path: [...issue.path, ...one.path] }));
    const path = issue.path.length > 0 ? `${pathText(issue.path)}: ` : '';
    return [`${where(issue.path)}: ${path}expected ${issue.message}, got ${shown(issue.input)}${suggestion(issue)}`];
  };

/** The mistakes in that form of a value that was meant: the one that a mapping has, or the words among which a text is. */
const meantAmong = ({ errors, input, message }: core.$ZodIssueInvalidUnion): readonly core.$ZodIssue[] | undefined => {
  const corrected = errors.flat().find((one) => one.path.length === 0 && correctionOf(one) !== undefined);
  if (corrected) return [{ ...corrected, message }];
  if (typeof input === 'string') {
    const words = errors.flat().find((one) => one.code === 'invalid_value' && one.path.length === 0);
    return words && [{ ...words, message }];
  }
  return errors.find((issues) => issues.every(({ code, path }) => code === 'unrecognized_keys' || path.length > 0));
};

/** The value that was probably meant, if the schema knows it. */
const correctionOf = (issue: core.$ZodIssue): string | undefined =>
  issue.code === 'custom' && typeof issue.params?.['meant'] === 'string' ? issue.params['meant'] : undefined;

const suggestion = (issue: core.$ZodIssue): string => {
  const correction = correctionOf(issue);
  const meantValue = correction ?? valueInText(issue);
  if (meantValue !== undefined) return `; did you mean ${meantValue}?`;
  if (issue.code !== 'invalid_value' || issue.values.length === 1) return '';
  const words = issue.values.filter((value) => typeof value === 'string');
  const meant = typeof issue.input === 'string' ? nearest(issue.input, words) : undefined;
  if (meant) return `; did you mean ${meant}?`;
  const isSaid = issue.values.every((value) => issue.message?.split(/[ ,]+/).includes(String(value)));
  return issue.values.length <= fewChoices && !isSaid ? `; it can be ${issue.values.join(', ')}` : '';
};

/** A number, or true or false, that was written as a text: `"116"`, `yes`. */
const valueInText = (issue: core.$ZodIssue): string | undefined => {
  const { input } = issue;
  if (typeof input !== 'string') return undefined;
  const word = truthWords[input.trim().toLowerCase()];
  const value = word ?? (/^-?\d{1,15}$/.test(input.trim()) ? Number(input) : undefined);
  return value !== undefined && takes(issue, value)
    ? `${value}${word === undefined ? ' without quotes' : ''}`
    : undefined;
};

/** Words for true and false in other languages of configuration. Source: YAML 1.1. */
const truthWords: Readonly<Record<string, boolean | undefined>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
};

/** Whether a value of another kind than the given text would be right, as far as the issue knows. */
const takes = (issue: core.$ZodRawIssue | core.$ZodIssue, value: number | boolean): boolean => {
  if (issue.code === 'invalid_union')
    return issue.errors.flat().some((one) => one.path.length === 0 && takes(one, value));
  if (issue.code === 'invalid_value') return issue.values.includes(value);
  if (issue.code !== 'invalid_type') return false;
  return issue.expected === typeof value || (issue.expected === 'int' && typeof value === 'number');
};

/** `later[0].do`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

/** A value in a message, shortened. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
