import { type ActionCodeGroup, actionCodeRow } from '../data/action-codes.ts';
import { outcomeSentences } from '../data/page-texts.ts';
import type { PageLanguage } from '../domain/page-language.ts';

type Sentence = keyof (typeof outcomeSentences)['en'];

/** Which of the nine sentences belongs to which group of codes. Source: BPC REST documentation names the sentences; the assignment is a guess. */
const sentences: Readonly<Record<ActionCodeGroup, Sentence>> = {
  approved: 'paid',
  'issuer-decline': 'check-data',
  'card-data': 'check-data',
  limits: 'contact-merchant',
  fraud: 'contact-merchant',
  '3ds': 'authentication-failed',
  'merchant-config': 'contact-merchant',
  technical: 'impossible',
  state: 'impossible',
  unknown: 'impossible',
};

/** The codes of a sentence that is not that of their group. A guess too. */
const ownCodes: Readonly<Partial<Record<Sentence, readonly number[]>>> = {
  'check-data': [116, 71015, 82, 101, 111],
  'contact-merchant': [109, 911],
  'contact-issuer': [100, 103, 104, 107, 120, 5],
  'no-connection': [907, 910, 151017],
  'time-over': [-2007, -2014],
  'no-answer': [-1, 151018, 151019],
  // The bank has not decided yet.
  'being-processed': [-30001],
};

const ownSentences: Readonly<Partial<Record<number, Sentence>>> = Object.fromEntries(
  Object.entries(ownCodes).flatMap(([sentence, codes]) => codes.map((code) => [code, sentence as Sentence] as const)),
);

/** `info`: how an attempt ended, in a sentence for the payer. */
export const infoFor = (actionCode: number, language: PageLanguage): string =>
  outcomeSentences[language][ownSentences[actionCode] ?? sentences[actionCodeRow(actionCode)?.group ?? 'unknown']];

/** `info` of a payment that goes on, or that takes no money: samples of the manual have this one sentence everywhere. */
export const neutralInfo = (language: PageLanguage): string => outcomeSentences[language]['being-processed'];
