import { actionCodes } from '../../../data/action-codes.ts';
import { missedStepIn } from '../../../data/missed-step-texts.ts';
import type { Language } from '../../../domain/order.ts';
import { type Translate, translator } from '../../../domain/translate.ts';
import { orderLineRows } from '../../../inspection/russian/order-lines.ts';
import { reasonRows } from '../../../inspection/russian/reasons.ts';
import { codeRows, russianSpeaker } from '../../../inspection/russian/russian-speaker.ts';
import { storySentences } from './story-sentences.ts';

const speakers: Readonly<Record<Exclude<Language, 'en'>, () => Translate>> = {
  ru: () =>
    russianSpeaker([
      ...storySentences.map(([en, ru]) => [en, ru] as const),
      ...orderLineRows,
      ...reasonRows,
      ...codeRows,
    ]),
  kk: () =>
    translator(
      [...storySentences.map(([en, , kk]) => [en, kk] as const), ...actionCodes.map(({ en, kk }) => [en, kk] as const)],
      (_, value) => value,
    ),
};

const made = new Map<Language, Translate>();

/** Says a sentence of a story, or a reason, in a language; what has no words there stays English. */
export const sayStory = (language: Language, english: string): string => {
  if (language === 'en') return english;
  const speak = made.get(language) ?? speakers[language]();
  made.set(language, speak);
  const said = speak(english);
  return said ?? missedStepIn(language, english);
};
