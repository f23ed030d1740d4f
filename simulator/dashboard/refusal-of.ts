import { GatewayError, SandboxProblem, WrongUse } from '../../client/index.ts';
import type { Language } from '../domain/orders/order.ts';
import { refusalIn } from './texts/refusals/refusal-in.ts';

/** Why the gateway or the control API has refused a call, in the reader's language; undefined if the error is a bug. */
export const refusalOf = (error: unknown, language: Language): string | undefined => {
  if (error instanceof SandboxProblem) return refusalIn(language, sentenceOf(error));
  if (error instanceof GatewayError || error instanceof WrongUse) return refusalIn(language, error.message);
  return undefined;
};

/** The field stands before the sentence, unless that begins with it. */
const sentenceOf = ({ field, detail }: SandboxProblem): string =>
  field === undefined || detail.startsWith(field) ? detail : `${field}: ${detail}`;
