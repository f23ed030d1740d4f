import { panelLabel } from '../../data/panel-labels.ts';
import { testCards } from '../../data/test-cards.ts';
import type { Language } from '../../domain/order.ts';
import { cardForActionCode } from '../../issuer/code-range.ts';
import { outcomeWords } from '../../scenario-engine/choice/outcomes.ts';
import type { SandboxOffer } from '../pages/page-view.ts';

/** Declines that people want to see first, by the card of the range that ends in them. */
const declines: readonly (readonly [actionCode: number, label: string])[] = [
  [116, 'Not enough money'],
  [101, 'Card expired'],
  [120, 'Not allowed by the issuer'],
  [-2002, 'Over the limit'],
];

/** The offer of the sandbox panel: the published cards, a few declines, and the outcomes that need no file. */
export const sandboxOffer = (language: Language): SandboxOffer => ({
  cards: [
    ...testCards
      .filter(({ source }) => source === 'bpc-test-cards' || source === 'bci-test-report')
      .map(({ pan, cvc, label }) => ({ pan, expiry: '12/34', cvc, label: panelLabel(label, language) })),
    ...declines.map(([actionCode, label]) => ({
      pan: cardForActionCode(actionCode),
      expiry: '12/34',
      cvc: '123',
      label: panelLabel(label, language),
    })),
  ],
  words: outcomeWords.map(({ value, label }) => ({ value, label: panelLabel(label, language) })),
});
