import { languageParameter, type ParameterTable } from '../../data/parameter-table.ts';

/** The parameters of every call of the page: order and language. */
export const pageCallParameters = {
  MDORDER: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
  ...languageParameter,
} as const satisfies ParameterTable;
