import { nearest } from '../../simulator/text/nearest.ts';

/** Words of shops, and those of the sentences of tillbox. */
const otherWords: Readonly<Record<string, string>> = {
  authorised: 'held',
  authorized: 'held',
  preauthorised: 'held',
  preauthorized: 'held',
  hold: 'held',
  cancelled: 'reversed',
  canceled: 'reversed',
  voided: 'reversed',
  unpaid: 'registered',
  created: 'registered',
  new: 'registered',
  pending: 'registered',
  payed: 'paid',
  deposited: 'paid',
  completed: 'captured',
  rejected: 'declined',
  failed: 'declined',
  payment: 'order',
  binding: 'card',
  saved: 'stored',
  user: 'customer',
  client: 'customer',
  payer: 'customer',
  subscription: 'recurring',
  timed: 'expired',
  credentials: 'login',
  merchant: 'login',
  partially: 'part',
  partly: 'part',
  fully: 'full',
  unknown: 'no',
  missing: 'no',
};

/** Words that say nothing about a state, or what nobody says who means it. */
const emptyWords = new Set(
  'a an the is are was has have been be of in with to and for this that there exists exist one phase phases'.split(' '),
);

const wordsOf = (sentence: string): ReadonlySet<string> =>
  new Set(
    sentence
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== '' && !emptyWords.has(word))
      .map((word) => stem(otherWords[word] ?? word)),
  );

/** `register` and `registered`, `refunds` and `refund`. */
const stem = (word: string): string => word.replace(/(?:ed|ing|s)$/, '').slice(0, 6);

/** The known sentence that comes nearest: a misspelling, or the one that shares most words. */
export const nearestState = (sentence: string, known: readonly string[]): string | undefined =>
  nearest(sentence, known) ?? mostAlike(sentence, known);

const mostAlike = (sentence: string, known: readonly string[]): string | undefined => {
  const words = wordsOf(sentence);
  const likeness = known.map((candidate): readonly [string, number] => {
    const others = wordsOf(candidate);
    const shared = [...words].filter((word) => others.has(word)).length;
    return [candidate, shared / (words.size + others.size - shared || 1)];
  });
  const [best] = likeness.filter(([, value]) => value > 0).sort(([, one], [, other]) => other - one);
  return best?.[0];
};
