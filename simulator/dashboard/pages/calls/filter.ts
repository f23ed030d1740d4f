import type { JournalFilter } from '../../../inspection/journal/journal.ts';

/** The names by which the filter stands in the address of the page. */
export const filterNames = ['path', 'order', 'method', 'errorCode', 'refused', 'caller'] as const;

export type KeptFilter = { readonly [Name in (typeof filterNames)[number]]?: string };

/** The filter as it stands in the address. */
export const keptFilter = (query: URLSearchParams): KeptFilter =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = query.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );

/** The filter of the journal; what cannot be one is none. */
export const journalFilterOf = ({ path, order, method, errorCode, refused, caller }: KeptFilter): JournalFilter => ({
  ...(path !== undefined && { path }),
  ...(order !== undefined && { order }),
  ...(method !== undefined && { method }),
  ...(errorCode !== undefined && /^-?\d{1,6}$/.test(errorCode) && { errorCode: Number(errorCode) }),
  ...((refused === 'true' || refused === 'false') && { refused: refused === 'true' }),
  ...(caller === 'unknown' && { caller }),
});

/** A number of the journal in the address; undefined if it is none. */
export const numberIn = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
};
