/** The form of a parameter's text. Lengths count characters. */
export type ParameterKind =
  | 'text'
  | 'digits'
  | 'amount'
  | 'flag'
  | 'language'
  | 'currency'
  | 'return-url'
  | 'date-time'
  | 'json'
  | 'secret';

export interface ParameterRow {
  readonly kind: ParameterKind;
  readonly required?: true;
  /** The refusal of a call without it; absent: `parameter-missing`, or `amount-missing` for an amount. */
  readonly missing?: 'key-missing' | 'order-id-missing';
  /** The refusal of a value of the wrong length; absent: `value-invalid`. */
  readonly malformed?: 'order-number-invalid';
  /** Required at banks that do not have this; another check refuses its absence. */
  readonly requiredWithout?: 'generatesOrderNumber';
  /** Required at banks that have this; another check refuses its absence. */
  readonly requiredWith?: 'wantsCustomer';
  /** Shortest and longest value. */
  readonly min?: number;
  readonly max?: number;
  /** The parameter that this one stands for, if that one is not sent. */
  readonly olderNameOf?: string;
  /** May be sent several times; the first one is checked. */
  readonly isRepeatable?: true;
  /** Of a JSON object with a table of its own. */
  readonly fields?: ParameterTable;
  readonly meaning: string;
}

/** The parameters of an endpoint, for the check of requests and the documentation. */
export type ParameterTable = Readonly<Record<string, ParameterRow>>;

/** Checked parameters by name. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Parameters that every merchant call takes. Source: BPC REST documentation, authentication. */
export const credentialParameters = {
  userName: { kind: 'secret', max: 100, meaning: 'Login of the merchant.' },
  password: { kind: 'secret', max: 200, meaning: 'Password of the merchant.' },
  token: { kind: 'secret', max: 256, meaning: 'Public token in place of login and password.' },
} as const satisfies ParameterTable;

export const languageParameter = {
  language: { kind: 'language', meaning: 'Language of texts, ISO 639-1; an unknown one falls back.' },
} as const satisfies ParameterTable;
