/** Codes of Node's fetch that say nothing to people. */
const words: Readonly<Record<string, string>> = {
  UND_ERR_SOCKET: 'it closes the connection',
  UND_ERR_HEADERS_TIMEOUT: 'it takes too long',
  UND_ERR_BODY_TIMEOUT: 'it takes too long',
};

/** Why `fetch` got no answer: `ECONNREFUSED`, or words. Node hides the reason in the cause. */
export const causeOf = (error: unknown): string => {
  const { name, cause = error } = error as Partial<Error>;
  if (name === 'TimeoutError') return 'it takes too long';
  const { code, message } = cause as { readonly code?: string; readonly message?: string };
  return words[code ?? ''] ?? code ?? message ?? String(error);
};
