import { sandboxTexts, walletTexts } from '../../data/page-texts.ts';
import type { Language } from '../../domain/order.ts';
import { viewFrom } from '../../http/page/view-from.ts';
import type { SandboxOffer, SandboxPanel, WalletView } from '../pages/page-view.ts';

type SandboxTexts = (typeof sandboxTexts)[Language];

const fill = viewFrom<{
  readonly offer: SandboxOffer;
  readonly texts: SandboxTexts;
  readonly outcomesUrl: string;
  readonly inGroups: typeof inGroups;
}>(new URL('../views/sandbox.ejs', import.meta.url), ['offer', 'texts', 'outcomesUrl', 'inGroups']);

/** The panel of test cards and outcomes. Make it once per language: it is the same for every payer. */
export const sandboxPanel = (language: Language, { offer, outcomesUrl, wallets }: PanelContents): SandboxPanel => ({
  html: fill({ offer, texts: sandboxTexts[language], outcomesUrl, inGroups }),
  wallets: fillWallets({ texts: walletTexts[language], sandboxTexts: sandboxTexts[language], wallets }),
});

interface PanelContents {
  readonly offer: SandboxOffer;
  /** The address of all outcomes for the page's script: the panel names only a few, so that the page stays small. */
  readonly outcomesUrl: string;
  readonly wallets: readonly WalletView[];
}

const fillWallets = viewFrom<{
  readonly texts: (typeof walletTexts)[Language];
  readonly sandboxTexts: SandboxTexts;
  readonly wallets: readonly WalletView[];
}>(new URL('../views/wallets.ejs', import.meta.url), ['texts', 'sandboxTexts', 'wallets']);

/** The panel with the payer's chosen outcome. Anything but a name is left out. */
export const panelWith = ({ html }: SandboxPanel, chosen = ''): string =>
  /^[\w.:-]+$/.test(chosen) ? html.replace(noOutcome, `value="${chosen}" placeholder`) : html;

/** As `sandbox.ejs` writes it, once. */
const noOutcome = 'value="" placeholder';

/** A card number as it is printed: by fours, American Express 4-6-5. */
const inGroups = (pan: string): string =>
  /^3[47]/.test(pan) ? pan.replace(/^(.{4})(.{6})/, '$1 $2 ') : pan.replace(/(.{4})(?=.)/g, '$1 ');
