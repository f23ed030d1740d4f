import { type Check, complaintAbout } from '../../client/options/check.ts';
import { ConfigError } from './config-error.ts';

export { type Check, type Checks, fields, type Mistake } from '../../client/options/check.ts';
export {
  aFunction,
  anyObject,
  listOf,
  minorUnits,
  oneOf,
  orNull,
  portNumber,
  secret,
  text,
  textLike,
  textOr,
  texts,
  thing,
  trueOrFalse,
  value,
  waitMs,
  wholeNumber,
  wordOf,
} from '../../client/options/checks.ts';
export { given } from '../../client/options/given.ts';
export { shown } from '../../client/options/shown.ts';

/** @throws ConfigError that names `where`, the first wrong option, its value, and the values that are allowed. */
export const checkOptions = <Value>(where: string, check: Check<Value>, given: unknown): void => {
  const complaint = complaintAbout(where, check, given);
  if (complaint !== undefined) throw new ConfigError(complaint);
};
