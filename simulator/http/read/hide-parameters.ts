import type { ParameterTable } from '../../data/parameter-table.ts';
import { hideCardData, hideField } from '../../masking/hide-card-data.ts';
import type { Parameters } from './parameters.ts';

/** Parameters without card numbers and security codes; the same object if there are none. */
export type HideParameters = (parameters: Parameters) => Parameters;

/** Parameters that carry a card, a login's secret or an encrypted message. None of them is kept. */
const secretName = /^(?:[$]?pan|[$]?cvc|password|token|seToken|paymentToken|paymentData)$/i;

/** For the calls of an endpoint: of the parameters that it knows, those for a card stay as they are. */
export const parameterHider = (table: ParameterTable): HideParameters => {
  const names = Object.keys(table);
  const secret = names.filter((name) => secretName.test(name));
  return hiderFor(secret, new Set(names));
};

/** `secret`: the parameters that stay as they are; `known`: parameters whose names are no names of security codes. */
export const hiderFor = (secret: readonly string[], known: ReadonlySet<string> = new Set()): HideParameters => {
  const stays = new Set(secret);
  return (parameters) => {
    let left: Record<string, string | readonly string[]> | undefined;
    for (const name in parameters) {
      const value = parameters[name] ?? '';
      if (stays.has(name)) continue;
      const hidden = hideValue(name, value, known.has(name));
      if (hidden === value) continue;
      left ??= Object.assign(Object.create(null), parameters) as Record<string, string | readonly string[]>;
      left[name] = hidden;
    }
    return left ?? parameters;
  };
};

const hideValue = (name: string, value: string | readonly string[], isKnown: boolean): string | readonly string[] => {
  if (typeof value === 'string') return isKnown ? hideCardData(value) : hideField(name, value);
  const left = value.map((one) => hideField(name, one));
  return left.every((one, index) => one === value[index]) ? value : left;
};
