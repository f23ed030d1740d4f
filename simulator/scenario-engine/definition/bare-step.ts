import { nearest } from '../../text/nearest.ts';
import type { Setting, SettingForm } from '../steps/setting.ts';
import type { AnyStep } from '../steps/step.ts';

export type Table = Readonly<Record<string, AnyStep<unknown>>>;

/** Whether the name of a step may stand in place of the step. */
export const isBare = (table: Table, name: string): boolean => {
  const form = formsOf(table[name]?.setting);
  return form.some(({ type }) => type === 'flag');
};

/** The steps whose names may stand bare. */
export const bareSteps = (table: Table): readonly string[] => Object.keys(table).filter((name) => isBare(table, name));

/** The step that was probably meant by a word or number in its place, as it is written in YAML: `{ drop: after }`. */
export const meantStep = (table: Table, given: string | number): string | undefined => {
  const name = Object.hasOwn(table, given) ? String(given) : nearest(String(given), Object.keys(table));
  if (name !== undefined) return written(table, name);
  for (const [key, { setting }] of Object.entries(table)) {
    const value = meantValue(setting, given);
    if (value !== undefined) return inFlow({ [key]: value });
  }
  return undefined;
};

const written = (table: Table, name: string): string => {
  const setting = table[name]?.setting;
  return isBare(table, name) || !setting || !('example' in setting) ? name : inFlow({ [name]: setting.example });
};

/** The value of a list of words that was meant. */
const meantValue = (setting: Setting, given: string | number): string | number | undefined => {
  const values = formsOf(setting).flatMap((form) => (form.type === 'oneOf' ? form.values : []));
  const words = values.filter((value) => typeof value === 'string');
  return values.find((value) => value === given) ?? (typeof given === 'string' ? nearest(given, words) : undefined);
};

/** The forms among which a setting chooses, or its only one. */
const formsOf = (setting: SettingForm | undefined): readonly SettingForm[] => {
  if (!setting) return [];
  return setting.type === 'anyOf' ? setting.settings : [setting];
};

/** A mapping on one line of YAML, for values that need no quotes. */
const inFlow = (mapping: object): string =>
  `{ ${Object.entries(mapping)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? inFlow(value) : value}`)
    .join(', ')} }`;
