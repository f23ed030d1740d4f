import { errorCodes } from '../data/error-codes.ts';
import type { RefusalReason } from '../domain/errors/refused.ts';
import type { Bank } from './bank.ts';

export const errorCodeOf = ({ errorCodes: own }: Bank, reason: RefusalReason): string =>
  own[reason] ?? errorCodes[reason].code;
