import { languageParameter, type ParameterTable } from '../../data/parameter-table.ts';

/** What every call of the page says: which order, and the language. */
export const pageCallParameters = {
  MDORDER: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
  ...languageParameter,
} as const satisfies ParameterTable;
