import { sandboxTexts, walletTexts } from '../data/page-texts.ts';
import type { Language } from '../domain/order.ts';
import { viewFrom } from '../http/view-from.ts';
import type { SandboxOffer, SandboxPanel, WalletView } from './page-view.ts';

type SandboxTexts = (typeof sandboxTexts)[Language];

const fill = viewFrom<{ offer: SandboxOffer; texts: SandboxTexts; inGroups: typeof inGroups }>(
  new URL('views/sandbox.ejs', import.meta.url),
  ['offer', 'texts', 'inGroups'],
);

/** The panel of test cards and outcomes. Make it once per language: it is the same for every payer. */
export const sandboxPanel = (language: Language, offer: SandboxOffer, wallets: readonly WalletView[]): SandboxPanel => {
  const html = fill({ offer, texts: sandboxTexts[language], inGroups });
  const sheets = fillWallets({ texts: walletTexts[language], sandboxTexts: sandboxTexts[language], wallets });
  return { html, bytes: Buffer.from(html), wallets: Buffer.from(sheets) };
};

const fillWallets = viewFrom<{
  readonly texts: (typeof walletTexts)[Language];
  readonly sandboxTexts: SandboxTexts;
  readonly wallets: readonly WalletView[];
}>(new URL('views/wallets.ejs', import.meta.url), ['texts', 'sandboxTexts', 'wallets']);

/** The panel with one outcome selected. */
export const panelWith = ({ html, bytes }: SandboxPanel, chosen = ''): Buffer => {
  if (!/^[\w.:-]+$/.test(chosen)) return bytes;
  const value = `value="${chosen}"`;
  return Buffer.from(html.replace(value, `${value} selected`));
};

/** A card number as it is printed: by fours, American Express 4-6-5. */
const inGroups = (pan: string): string =>
  /^3[47]/.test(pan) ? pan.replace(/^(.{4})(.{6})/, '$1 $2 ') : pan.replace(/(.{4})(?=.)/g, '$1 ');
