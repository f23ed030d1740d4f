import { type ActionCodeGroup, actionCodeRow } from '../data/action-codes.ts';
import { outcomeSentences } from '../data/page-texts.ts';
import type { Language } from '../domain/order.ts';

type Sentence = keyof (typeof outcomeSentences)['en'];

/** Which of the nine sentences belongs to which group of codes. Source: BPC REST documentation names the sentences; the assignment is a guess. */
const sentences: Readonly<Record<ActionCodeGroup, Sentence>> = {
  approved: 'paid',
  'issuer-decline': 'check-data',
  'card-data': 'check-data',
  limits: 'contact-issuer',
  fraud: 'impossible',
  '3ds': 'authentication-failed',
  'merchant-config': 'contact-merchant',
  technical: 'no-answer',
  state: 'impossible',
  unknown: 'impossible',
};

/** Codes whose sentence is not that of their group: the bank has not decided yet. A guess too. */
const ownSentences: Readonly<Record<number, Sentence>> = { [-30001]: 'no-answer' };

/** `info`: how an attempt ended, in a sentence for the payer. */
export const infoFor = (actionCode: number, language: Language): string =>
  outcomeSentences[language][ownSentences[actionCode] ?? sentences[actionCodeRow(actionCode)?.group ?? 'unknown']];
