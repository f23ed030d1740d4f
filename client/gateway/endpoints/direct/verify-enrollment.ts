import { fields } from '../../../options/check.ts';
import { secret, text } from '../../../options/checks.ts';
import { needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import type { RawAnswer } from '../../read-answer.ts';

export interface EnrolmentQuery {
  readonly pan: string;
  readonly language?: string;
}

export interface Enrolment {
  readonly errorCode: string;
  /** Whether the card takes part in 3-D Secure; U: unknown. */
  readonly enrolled: 'Y' | 'N' | 'U';
  /** The issuer. */
  readonly emitterName?: string;
  /** Two letters. */
  readonly emitterCountryCode?: string;
  readonly [other: string]: unknown;
}

const readEnrolment = (raw: RawAnswer): Enrolment | undefined => {
  const { errorCode = 0, enrolled } = raw;
  if (enrolled !== 'Y' && enrolled !== 'N' && enrolled !== 'U') return undefined;
  return { ...raw, errorCode: String(errorCode), enrolled };
};

/** verifyEnrollment.do: whether a card takes part in 3-D Secure. */
export const verifyEnrollment: KnownEndpoint<EnrolmentQuery, Enrolment> = {
  path: 'verifyEnrollment.do',
  repeat: 'safe',
  input: fields<EnrolmentQuery>(parameters)({ pan: secret, language: text }),
  fields: (query) => ({ ...needField('verifyEnrollment', query, 'pan') }),
  read: readEnrolment,
};
