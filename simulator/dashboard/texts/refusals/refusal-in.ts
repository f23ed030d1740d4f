import { kazakhValue, missedStepRows } from '../../../data/missed-step-texts.ts';
import type { Language } from '../../../domain/orders/order.ts';
import { inRussian, type Translate, translator } from '../../../text/translate.ts';
import type { TextRow } from '../say.ts';
import { idleStepTexts } from './idle-steps.ts';
import { mistakeForms } from './mistake-forms.ts';
import { gatewayRefusals, problemTexts } from './problems.ts';
import { scenarioMistakeTexts } from './scenario-mistakes.ts';

const rows: readonly TextRow[] = [
  ...idleStepTexts,
  ...problemTexts,
  ...gatewayRefusals,
  ...scenarioMistakeTexts,
  ...mistakeForms,
  ...missedStepRows.map(({ en, ru, kk }) => [en, ru, kk] as const),
];

const translators: Readonly<Record<Exclude<Language, 'en'>, Translate>> = {
  ru: translator(
    rows.map(([en, ru]) => [en, ru]),
    inRussian,
  ),
  kk: translator(
    rows.map(([en, , kk]) => [en, kk]),
    kazakhValue,
  ),
};

/** What the control API or the gateway says against something, in the language of the reader. What has no row stays English. */
export const refusalIn = (language: Language, english: string): string =>
  language === 'en' ? english : (translators[language](english) ?? english);
