import { StoreUnavailable } from '../../domain/errors/store-error.ts';

/** Temporary errors: busy, read-only, a disk that fails, a full one. Source: sqlite.org, "Result and Error Codes". */
const temporary: ReadonlySet<number> = new Set([5, 8, 10, 13]);

/** SQLite's error as `StoreUnavailable`, if the call may succeed later; any other as it is. */
export const asStoreUnavailable = (error: unknown): unknown => {
  const { errcode, message } = error as Error & { readonly errcode?: number };
  if (errcode === undefined || !temporary.has(errcode & 0xff)) return error;
  return new StoreUnavailable(message, { cause: error });
};
