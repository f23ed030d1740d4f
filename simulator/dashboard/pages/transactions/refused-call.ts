import type { EntryView } from '../../../inspection/journal/journal.ts';
import { valuesOf } from '../../../inspection/journal/journal.ts';
import { nearest } from '../../../text/nearest.ts';
import { readJson } from '../../../text/read-json.ts';
import type { Say } from '../../texts/say.ts';

/** `register.do`. */
export const nameOf = ({ path }: EntryView): string => path.slice(path.lastIndexOf('/') + 1);

/** Why a call was refused: the gateway's own words, its code, and what the shop may have meant. */
export const whyRefused = (call: EntryView, say: Say): string => {
  const words = messageOf(call.answer) ?? say('HTTP {status}', { status: call.httpStatus });
  const code = call.errorCode === undefined ? '' : ` (errorCode ${call.errorCode})`;
  return `${words}${code}${hintOf(call, words, say)}`;
};

const hintOf = (call: EntryView, words: string, say: Say): string => {
  const [login] = valuesOf(call, 'userName');
  if (call.isNotAccepted && login !== undefined && valuesOf(call, 'password').length > 0)
    return `: ${say('the password of {login} is another one', { login })}`;
  const sent = Object.keys(call.parameters).filter((name) => valuesOf(call, name).some((value) => value !== ''));
  const missing = (words.match(/\b[a-z]\w{3,}\b/gi) ?? []).filter((word) => !sent.includes(word));
  const meant = missing.map((word) => nearest(word, sent)).find((name) => name !== undefined);
  return meant === undefined ? '' : `; ${say('the shop sent “{name}”: is that it?', { name: meant })}`;
};

/** The text of a refusal, however the answer calls it. */
const messageOf = (answer: string): string | undefined => {
  try {
    const { errorMessage, ErrorMessage, error } = readJson(answer) as Readonly<Record<string, unknown>>;
    const inner = (error as { readonly message?: unknown; readonly description?: unknown } | undefined) ?? {};
    const text = errorMessage ?? ErrorMessage ?? inner.message ?? inner.description;
    return typeof text === 'string' && text !== '' ? text : undefined;
  } catch {
    return undefined;
  }
};
