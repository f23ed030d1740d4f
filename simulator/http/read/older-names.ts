import type { ParameterTable } from '../../data/parameter-table.ts';
import { type Parameters, parameter } from './parameters.ts';

/** Fills a parameter in from its older name, if only that one was sent. */
export type FillFromOlderNames = (parameters: Parameters) => Parameters;

export const olderNamesFiller = (table: ParameterTable): FillFromOlderNames => {
  const pairs = Object.entries(table).flatMap(([older, { olderNameOf }]) =>
    olderNameOf === undefined ? [] : [[older, olderNameOf] as const],
  );
  if (pairs.length === 0) return (parameters) => parameters;
  return (parameters) => {
    let filled = parameters;
    for (const [older, name] of pairs) {
      const value = parameter(parameters, older);
      if (value !== undefined && parameter(parameters, name) === undefined)
        filled = Object.assign(Object.create(null), filled, { [name]: value });
    }
    return filled;
  };
};
