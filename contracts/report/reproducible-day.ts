import type { Environment } from '../verify/options.ts';
import { CannotTry } from './cannot-try.ts';

/** The day of SOURCE_DATE_EPOCH, seconds since 1970; undefined without it. @throws CannotTry Source: reproducible-builds.org. */
export const reproducibleDay = ({ SOURCE_DATE_EPOCH: epoch = '' }: Environment): string | undefined => {
  if (epoch === '') return undefined;
  if (!/^\d{1,11}$/.test(epoch)) throw new CannotTry(`SOURCE_DATE_EPOCH=${epoch}: expected seconds since 1970`);
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
};
