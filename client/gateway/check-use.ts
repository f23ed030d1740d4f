import { type Check, complaintAbout } from '../options/check.ts';
import { WrongUse } from './gateway-errors.ts';

/** @throws WrongUse that names `where`, the first wrong option, its value, and the values that are allowed. */
export const checkUse = <Value>(where: string, check: Check<Value>, given: unknown): void => {
  const complaint = complaintAbout(where, check, given);
  if (complaint !== undefined) throw new WrongUse(complaint);
};
