import { sandboxTexts, walletTexts } from '../../data/page-texts.ts';
import type { Language } from '../../domain/order.ts';
import { viewFrom } from '../../http/page/view-from.ts';
import type { SandboxOffer, SandboxPanel, WalletView } from '../pages/page-view.ts';

type SandboxTexts = (typeof sandboxTexts)[Language];

const fill = viewFrom<{
  readonly offer: SandboxOffer;
  readonly texts: SandboxTexts;
  readonly outcomesUrl: string;
  readonly missedUrl: string;
  readonly inGroups: typeof inGroups;
}>(new URL('../views/sandbox.ejs', import.meta.url), ['offer', 'texts', 'outcomesUrl', 'missedUrl', 'inGroups']);

/** The panel of test cards and outcomes. Make it once per language: it is the same for every payer. */
export const sandboxPanel = (
  language: Language,
  { offer, outcomesUrl, missedUrl, wallets }: PanelContents,
): SandboxPanel => ({
  html: fill({ offer, texts: sandboxTexts[language], outcomesUrl, missedUrl, inGroups }),
  wallets: fillWallets({ texts: walletTexts[language], sandboxTexts: sandboxTexts[language], wallets }),
});

interface PanelContents {
  readonly offer: SandboxOffer;
  /** The address of all outcomes for the page's script: the panel names only a few, so that the page stays small. */
  readonly outcomesUrl: string;
  /** The address of what the scenario of an order could not do, for the same script. */
  readonly missedUrl: string;
  readonly wallets: readonly WalletView[];
}

const fillWallets = viewFrom<{
  readonly texts: (typeof walletTexts)[Language];
  readonly sandboxTexts: SandboxTexts;
  readonly wallets: readonly WalletView[];
}>(new URL('../views/wallets.ejs', import.meta.url), ['texts', 'sandboxTexts', 'wallets']);

/** The panel with the payer's chosen outcome, and what the scenario could not do. Anything but a name is left out. */
export const panelWith = ({ html }: SandboxPanel, { chosen = '', missed }: PanelOfOrder): string => {
  const withChosen = /^[\w.:-]+$/.test(chosen) ? html.replace(noOutcome, `value="${chosen}" placeholder`) : html;
  return missed.length === 0 ? withChosen : withChosen.replace(noMissed, () => `>${fillMissed({ missed })}</ul>`);
};

interface PanelOfOrder {
  readonly chosen?: string;
  /** Sentences. */
  readonly missed: readonly string[];
}

const fillMissed = viewFrom<Pick<PanelOfOrder, 'missed'>>(new URL('../views/missed-steps.ejs', import.meta.url), [
  'missed',
]);

/** As `sandbox.ejs` writes them, once each before any other list. */
const noMissed = '></ul>';
const noOutcome = 'value="" placeholder';

/** A card number as it is printed: by fours, American Express 4-6-5. */
const inGroups = (pan: string): string =>
  /^3[47]/.test(pan) ? pan.replace(/^(.{4})(.{6})/, '$1 $2 ') : pan.replace(/(.{4})(?=.)/g, '$1 ');
