import type { ParameterTable, Values } from '../data/parameter-table.ts';

/** How a card is sent to a registered order. Source: BPC REST documentation, payment for order. */
export const cardParameters = {
  $PAN: { kind: 'secret', meaning: 'Card number.' },
  $CVC: { kind: 'secret', meaning: 'Security code.' },
  $EXPIRY: { kind: 'secret', meaning: 'YYYYMM; wins over YYYY and MM.' },
  YYYY: { kind: 'secret', meaning: 'Year of the expiry date.' },
  MM: { kind: 'secret', meaning: 'Month of the expiry date.' },
  TEXT: { kind: 'secret', meaning: 'Cardholder.' },
} as const satisfies ParameterTable;

/** The id of the authentication that continues; samples spell it both ways. */
export const secondCallParameters = {
  threeDSServerTransId: { kind: 'secret', meaning: 'Second call of 3-D Secure 2.' },
  threeDSServerTransID: { kind: 'secret', meaning: 'The same, as some samples spell it.' },
} as const satisfies ParameterTable;

/** The fields of a card as sent; undefined if one is missing. */
export const cardFieldsOf = (
  values: Values,
): { readonly pan: string; readonly expiry: string; readonly cvc: string; readonly holder: string } => ({
  pan: values['$PAN'] ?? '',
  expiry: values['$EXPIRY'] ?? `${values['YYYY'] ?? ''}${(values['MM'] ?? '').padStart(2, '0')}`,
  cvc: values['$CVC'] ?? '',
  holder: values['TEXT'] ?? '',
});

export const serverTransIdOf = (values: Values): string | undefined =>
  values['threeDSServerTransId'] ?? values['threeDSServerTransID'];
