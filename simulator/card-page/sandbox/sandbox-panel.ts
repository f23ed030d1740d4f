import { sandboxListTexts } from '../../data/outcome-texts.ts';
import { sandboxTexts, walletTexts } from '../../data/page-texts.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { inAscii } from '../../http/page/in-ascii.ts';
import { escapeHtml, viewFrom } from '../../http/page/view-from.ts';
import type { SandboxPanel, WalletView } from '../pages/page-view.ts';

type SandboxTexts = (typeof sandboxTexts)[PageLanguage];

const fill = viewFrom<{
  readonly texts: SandboxTexts;
  readonly listTexts: (typeof sandboxListTexts)[PageLanguage];
  readonly listUrl: string;
  readonly missedUrl: string;
}>(new URL('../views/sandbox.ejs', import.meta.url), ['texts', 'listTexts', 'listUrl', 'missedUrl']);

/** The drawer of the sandbox. Make it once per language: only the order's id and the chosen outcome differ. */
export const sandboxPanel = (language: PageLanguage, { listUrl, missedUrl, wallets }: PanelContents): SandboxPanel => ({
  html: asSent(
    language,
    fill({
      texts: sandboxTexts[language],
      listTexts: sandboxListTexts[language],
      listUrl: `${listUrl}${orderMark}`,
      missedUrl,
    }),
  ).split(orderMark),
  wallets: asSent(
    language,
    fillWallets({
      texts: walletTexts[language],
      sandboxTexts: sandboxTexts[language],
      wallets,
      marks: walletMarks,
    }),
  ).split(everyMark),
});

/** An English page is in plain ASCII, which is sent faster. */
const asSent = (language: PageLanguage, html: string): string => (language === 'en' ? inAscii(html) : html);

const orderMark = 'ORDER-ID';

/** Where a wallet's sheet has the shop's name and the amount. */
const walletMarks = { merchant: 'MERCHANT-NAME', amount: 'AMOUNT-TO-PAY' } as const;
const everyMark = /(MERCHANT-NAME|AMOUNT-TO-PAY)/;

/** The wallets with the name of the shop and the amount in their sheets, both as HTML. */
export const walletsWith = ({ wallets }: SandboxPanel, merchant: string, amount: string): string => {
  let html = '';
  for (const piece of wallets)
    html += piece === walletMarks.merchant ? merchant : piece === walletMarks.amount ? amount : piece;
  return html;
};

interface PanelContents {
  /** The address of the list of cards and outcomes, to which the id of the order is added. */
  readonly listUrl: string;
  /** The address of what the scenario of an order could not do, for the page's script. */
  readonly missedUrl: string;
  readonly wallets: readonly WalletView[];
}

const fillWallets = viewFrom<{
  readonly texts: (typeof walletTexts)[PageLanguage];
  readonly sandboxTexts: SandboxTexts;
  readonly wallets: readonly WalletView[];
  readonly marks: typeof walletMarks;
}>(new URL('../views/wallets.ejs', import.meta.url), ['texts', 'sandboxTexts', 'wallets', 'marks']);

/** The panel with the payer's chosen outcome, and what the scenario could not do. Anything but a name is left out. */
export const panelWith = (
  { html }: SandboxPanel,
  orderId: string,
  { chosen = '', missed, broken }: PanelOfOrder,
): string => {
  const whole = html.join(orderId);
  const panel = broken === undefined ? whole : whole.replace(missedList, (list) => `${brokenNote(broken)}${list}`);
  const withChosen = /^[\w.:-]+$/.test(chosen) ? panel.replace(noOutcome, `value="${chosen}" placeholder`) : panel;
  if (missed.length === 0) return withChosen;
  return withChosen.replace(noMissed, () => `>${fillMissed({ missed })}</ul>`).replace(closed, `${closed} open`);
};

const brokenNote = (broken: string): string =>
  `<p class="sandbox-note drawer-note">${inAscii(escapeHtml(broken))}</p>\n`;

interface PanelOfOrder {
  readonly chosen?: string;
  /** Sentences. */
  readonly missed: readonly string[];
  /** What is wrong with the gateway. */
  readonly broken?: string;
}

const fillMissed = viewFrom<Pick<PanelOfOrder, 'missed'>>(new URL('../views/missed-steps.ejs', import.meta.url), [
  'missed',
]);

/** As `sandbox.ejs` writes them, once each before any other list. */
const closed = '<details class="sandbox drawer"';
const noMissed = '></ul>';
const missedList = '<ul class="sandbox-missed"';
const noOutcome = 'value="" placeholder';
