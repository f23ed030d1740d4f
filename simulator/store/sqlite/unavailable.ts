import { StoreUnavailable } from '../../domain/store-error.ts';

/** What passes: busy, read-only, a disk that fails, a full one. Source: sqlite.org, "Result and Error Codes". */
const passing: ReadonlySet<number> = new Set([5, 8, 10, 13]);

/** SQLite's error as one of the store, where it may go well later; any other as it is. */
export const asStoreUnavailable = (error: unknown): unknown => {
  const { errcode, message } = error as Error & { readonly errcode?: number };
  if (errcode === undefined || !passing.has(errcode & 0xff)) return error;
  return new StoreUnavailable(message, { cause: error });
};
