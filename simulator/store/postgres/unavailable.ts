/** What Node says of a server that does not answer. */
const networkCodes: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOENT'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/**
 * Classes of PostgreSQL's codes for what is no fault of the statement: no connection, no login, no such database, a
 * server that only reads, lacks memory or room, or is stopped. Source: postgresql.org, "PostgreSQL Error Codes".
 */
const stateClasses = /^(?:08|28|3D|53|57P|58|25006$)/;

/** What pg itself says of a connection that is gone; these errors have no code. */
const words = /^(?:Connection terminated|Client has encountered a connection error|timeout e|Query read timeout)/;

/** Reasons by the beginnings of PostgreSQL's codes. */
const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['53100', 'The disk of the database is full.'],
  ['53', 'The database lacks memory or connections.'],
  ['25006', 'The database can only be read.'],
  ['58030', 'The disk of the database fails.'],
];

/** What such an error says, without names of the server. */
export const reasonOf = (error: unknown): string => {
  const { code } = error as { readonly code?: string };
  return reasons.find(([beginning]) => code?.startsWith(beginning))?.[1] ?? 'The database cannot be reached.';
};

/** Whether an error says that the server cannot be used now. */
export const isUnavailable = (error: unknown): boolean => {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code !== undefined) return networkCodes.has(code) || stateClasses.test(code);
  return words.test(message ?? '');
};
