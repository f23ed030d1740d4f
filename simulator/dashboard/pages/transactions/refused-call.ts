import type { EntryView } from '../../../inspection/journal/journal.ts';
import { valuesOf } from '../../../inspection/journal/journal.ts';
import { nearest } from '../../../text/nearest.ts';
import type { Visit } from '../../page.ts';
import { refusalInVisit, sentRefusal } from '../../texts/refusals/gateway-refusal.ts';
import type { Say } from '../../texts/say.ts';

/** `register.do`. */
export const nameOf = ({ path }: EntryView): string => path.slice(path.lastIndexOf('/') + 1);

/** Why a call was refused: the words of the gateway in the language of the visit, its code, and what the shop may have meant. */
export const whyRefused = (visit: Visit, call: EntryView): string => {
  const { say } = visit;
  const sent = sentRefusal(call);
  const words = sent === undefined ? say('HTTP {status}', { status: call.httpStatus }) : refusalInVisit(visit, sent);
  const code = call.errorCode === undefined ? '' : ` (errorCode ${call.errorCode})`;
  return `${words}${code}${hintOf(call, sent ?? '', say)}`;
};

const hintOf = (call: EntryView, words: string, say: Say): string => {
  const [login] = valuesOf(call, 'userName');
  if (call.isNotAccepted && login !== undefined && valuesOf(call, 'password').length > 0)
    return `: ${say('the password of {login} is another one', { login })}`;
  const sent = Object.keys(call.parameters).filter((name) => valuesOf(call, name).some((value) => value !== ''));
  const known = new Set(sent.map((name) => name.toLowerCase()));
  const missing = (words.match(/\b[a-z]\w{3,}\b/gi) ?? []).filter((word) => !known.has(word.toLowerCase()));
  const meant = missing.map((word) => nearest(word, sent)).find((name) => name !== undefined);
  return meant === undefined ? '' : `; ${say('the shop sent “{name}”: is that it?', { name: meant })}`;
};
