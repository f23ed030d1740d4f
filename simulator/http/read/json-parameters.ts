import { jsonObject } from './check-parameters.ts';
import type { Parameters } from './parameters.ts';

/** The fields of a JSON object as parameters: numbers and nested values as their JSON text, `null` as nothing, a list of texts as a parameter that is repeated. */
export const parametersOf = (object: object): Parameters => {
  const parameters: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, value] of Object.entries(object)) {
    if (value !== null) parameters[name] = textOf(value);
  }
  return parameters;
};

const textOf = (value: unknown): string | readonly string[] => {
  if (typeof value === 'string') return value;
  const isListOfTexts = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  return isListOfTexts ? value : JSON.stringify(value);
};

/** The object that a text of JSON is; undefined if it is none. */
export const objectIn = (text: string): object | undefined => {
  try {
    return jsonObject(text, 'body');
  } catch {
    return undefined;
  }
};
