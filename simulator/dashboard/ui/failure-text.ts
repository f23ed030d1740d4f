import type { Say } from '../texts/say.ts';

/** Why a shop could not be reached, by the code of the error. */
const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection broken off',
  EPIPE: 'Connection broken off',
  ENOTFOUND: 'No such host',
  EAI_AGAIN: 'Host not found at the moment',
  EHOSTUNREACH: 'No way to the host',
  ENETUNREACH: 'No way to the host',
};

/** The error of a try, in words that its code follows; any other error stands as it is. */
export const failureText = (say: Say, error = ''): string => {
  const text = words[error];
  return text === undefined ? error : `${say(text)} (${error})`;
};
