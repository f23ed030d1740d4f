import { panelLabel } from '../../data/panel-labels.ts';
import { testCards } from '../../data/test-cards.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { cardForActionCode } from '../../issuer/code-range.ts';

/** Declines that people want to see first, by the card of the range that ends in them. */
const declines: readonly (readonly [actionCode: number, label: string])[] = [
  [116, 'Not enough money'],
  [101, 'Card expired'],
  [120, 'Not allowed by the issuer'],
  [-2002, 'Over the limit'],
];

/** A card that fills in the form. */
export interface OfferedCard {
  readonly pan: string;
  /** MM/YY. */
  readonly expiry: string;
  readonly cvc: string;
  readonly label: string;
}

/** The cards of the sandbox panel: the published ones, and a few declines. */
export const sandboxOffer = (language: PageLanguage, bank: string): readonly OfferedCard[] => [
  ...(bank === 'satim' ? satimCards(language) : []),
  ...testCards
    .filter(({ source }) => source === 'bpc-test-cards' || source === 'bci-test-report')
    .map(({ pan, cvc, label }) => ({ pan, expiry: '12/34', cvc, label: panelLabel(label, language) })),
  ...declines.map(([actionCode, label]) => ({
    pan: cardForActionCode(actionCode),
    expiry: '12/34',
    cvc: '123',
    label: panelLabel(label, language),
  })),
];

/** The cards of SATIM's certification, with their own dates. */
const satimCards = (language: PageLanguage): readonly OfferedCard[] =>
  testCards
    .filter(({ source }) => source === 'satim-docs')
    .map(({ pan, expiry, cvc, label }) => ({
      pan,
      expiry: `${expiry.slice(4)}/${expiry.slice(2, 4)}`,
      cvc,
      label: panelLabel(label, language),
    }));
