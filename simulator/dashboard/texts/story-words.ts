import { actionCodes } from '../../data/action-codes.ts';
import { missedStepIn } from '../../data/missed-step-texts.ts';
import { panelLabels } from '../../data/panel-labels.ts';
import type { Language } from '../../domain/orders/order.ts';
import { orderLineRows } from '../../inspection/russian/order-lines.ts';
import { reasonRows } from '../../inspection/russian/reasons.ts';
import { codeRows, russianSpeaker } from '../../inspection/russian/russian-speaker.ts';
import type { Translate } from '../../text/translate.ts';
import type { Visit } from '../page.ts';
import { withAmounts } from '../ui/amount-text.ts';
import { kazakhSpeaker } from './kazakh-reasons.ts';
import { storySentences } from './story-sentences.ts';

const speakers: Readonly<Record<Exclude<Language, 'en'>, () => Translate>> = {
  ru: () =>
    russianSpeaker([
      ...storySentences.map(([en, ru]) => [en, ru] as const),
      ...orderLineRows,
      ...reasonRows,
      ...codeRows,
      ...panelLabels.map(({ en, ru }) => [en, ru] as const),
    ]),
  kk: () =>
    kazakhSpeaker([
      ...storySentences.map(([en, , kk]) => [en, kk] as const),
      ...actionCodes.map(({ en, kk }) => [en, kk] as const),
    ]),
};

/** Says a sentence of a story, or a reason, in the language of the visit; what has no words there stays English. */
export const sayStory = ({ language, once }: Visit, english: string): string => {
  if (language === 'en') return withAmounts(english, language);
  const speak = once(`story ${language}`, speakers[language]);
  return withAmounts(speak(english) ?? missedStepIn(language, english), language);
};

/** Says who was asked about a payment, such as `order features` or `merchant test_user`: a word and a name. */
export const sayDecider = ({ say }: Pick<Visit, 'say'>, decider: string): string => {
  const [, word = decider, name = ''] = /^(order features|card number|\w+)( .*)?$/.exec(decider) ?? [];
  return say(word) + name;
};
