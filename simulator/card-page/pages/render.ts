import { htmlAttributes, onceFor } from '../../data/page-languages.ts';
import { fillText, paymentPageTexts, resultPageTexts, sandboxTexts } from '../../data/page-texts.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { inAscii } from '../../http/page/in-ascii.ts';
import { escapeHtml, viewFrom } from '../../http/page/view-from.ts';
import { cardFields } from '../../payments/cards/check-card.ts';
import { panelWith, walletsWith } from '../sandbox/sandbox-panel.ts';
import type { ErrorPageView, FinishPageView, PageFrame, PaymentPageView } from './page-view.ts';
import { schemes } from './schemes.ts';
import { scriptTexts } from './script-texts.ts';

type PaymentTexts = (typeof paymentPageTexts)[PageLanguage];

interface ResultLocals<View> {
  readonly view: View;
  readonly title: string;
  readonly texts: (typeof resultPageTexts)[PageLanguage];
}

const views = new URL('../views/', import.meta.url);

/** The page on which the payer types the card. Wallets and panel are made once, and put in as they are. */
export const renderPaymentPage = (view: PaymentPageView): string => {
  const texts = paymentPageTexts[view.language];
  const wrong = cardFields.filter((field) => view.fieldErrors[field] !== undefined);
  const hasErrors = wrong.length > 0 || view.fieldErrors.general !== undefined;
  const isWrong = hasErrors || view.storedCvcError !== undefined;
  const { panel } = view.sandbox ?? {};
  // The page has it three times.
  const amount = inAscii(escapeHtml(view.amountText));
  const content = fillPayment({
    storedCards: view.storedCards.length > 0 ? storedCards(view, texts, hasErrors) : '',
    wallets:
      view.walletPayment && panel
        ? walletsWith(panel, escapeHtml(view.merchantName), view.check ? texts.checkTitle : amount)
        : '',
    assurance: assurances(view.language)(view.hasThreeDs),
    view,
    texts,
    wrong,
    hasErrors,
    payLabel: payLabel(view, texts, amount),
    amount,
    lines: view.lines.length > 0 ? orderLines(view.lines, texts) : '',
    timeText: clockFace(view.remainingSecs),
    attemptsText: view.decline ? attemptsText(view) : '',
    scriptTexts: scriptTexts(view.language),
    sandboxPanel: view.sandbox ? panelWith(view.sandbox.panel, view.orderId, view.sandbox) : '',
  });
  return fillFrame({
    view,
    title: isWrong ? texts.errorTitle : view.check ? texts.checkTitle : texts.title,
    texts,
    isPayment: true,
    hasSandbox: view.sandbox !== undefined,
    content,
    html: htmlAttributes(view.language),
  });
};

const storedCards = (view: PaymentPageView, texts: PaymentTexts, hasErrors: boolean): string =>
  fillStoredCards({
    texts,
    cards: view.storedCards,
    isRemovable: view.takesNewCard,
    // What is wrong with a new card is shown with its fields.
    isNewCard: view.takesNewCard && hasErrors && view.fieldErrors.general === undefined,
    cvcError: view.storedCvcError ?? '',
    payLabel: payLabel(view, texts, inAscii(escapeHtml(view.amountText))),
  });

/** As HTML; `amount` is HTML, too. */
const payLabel = ({ check }: PaymentPageView, texts: PaymentTexts, amount: string): string => {
  if (check) return check.stores ? texts.storeCard : texts.checkCard;
  return fillText(texts.pay, { amount });
};

/** Lines of a cart that are shown at once; the others open. */
const mostLines = 5;

const orderLines = (lines: PaymentPageView['lines'], texts: PaymentTexts): string => {
  const shown = lines.length > mostLines + 1 ? mostLines : lines.length;
  const moreText = fillText(texts.moreLines, { count: lines.length - shown });
  return fillLines({ shown: lines.slice(0, shown), others: lines.slice(shown), moreText, texts });
};

const fillLines = viewFrom<{
  readonly shown: PaymentPageView['lines'];
  readonly others: PaymentPageView['lines'];
  readonly moreText: string;
  readonly texts: PaymentTexts;
}>(new URL('order-lines.ejs', views), ['shown', 'others', 'moreText', 'texts']);

const fillStoredCards = viewFrom<{
  readonly texts: PaymentTexts;
  readonly cards: PaymentPageView['storedCards'];
  /** Whether other cards may pay, and this one be removed. */
  readonly isRemovable: boolean;
  readonly isNewCard: boolean;
  /** Empty without an error. */
  readonly cvcError: string;
  readonly payLabel: string;
}>(new URL('stored-cards.ejs', views), ['texts', 'cards', 'isRemovable', 'isNewCard', 'cvcError', 'payLabel']);

const fillAssurance = viewFrom<{
  readonly texts: PaymentTexts;
  readonly schemes: readonly string[];
  readonly hasThreeDs: boolean;
}>(new URL('assurance.ejs', views), ['texts', 'schemes', 'hasThreeDs']);

/** The lines under the form are the same for every payer. */
const assuranceIn = (language: PageLanguage): ((hasThreeDs: boolean) => string) => {
  const made = new Map<boolean, string>();
  return (hasThreeDs) => {
    const known = made.get(hasThreeDs);
    if (known !== undefined) return known;
    const html = fillAssurance({ texts: paymentPageTexts[language], schemes, hasThreeDs });
    made.set(hasThreeDs, html);
    return html;
  };
};

const assurances = onceFor(assuranceIn);

const fillPayment = viewFrom<{
  readonly storedCards: string;
  readonly wallets: string;
  readonly assurance: string;
  readonly view: PaymentPageView;
  readonly texts: PaymentTexts;
  readonly wrong: readonly (typeof cardFields)[number][];
  readonly hasErrors: boolean;
  readonly payLabel: string;
  readonly attemptsText: string;
  readonly amount: string;
  readonly lines: string;
  readonly timeText: string;
  readonly scriptTexts: string;
  readonly sandboxPanel: string;
}>(new URL('payment.ejs', views), [
  'storedCards',
  'wallets',
  'assurance',
  'view',
  'texts',
  'wrong',
  'hasErrors',
  'payLabel',
  'attemptsText',
  'amount',
  'lines',
  'timeText',
  'scriptTexts',
  'sandboxPanel',
]);

/** The error page of an order that cannot be paid. */
export const renderErrorPage = (view: ErrorPageView): string => {
  const title = view.title ?? resultPageTexts[view.language].errorTitle;
  return resultPage(view, title, fillError({ view, title, texts: resultPageTexts[view.language] }));
};

const fillError = viewFrom<ResultLocals<ErrorPageView>>(new URL('error.ejs', views), ['view', 'title', 'texts']);

/** The gateway's own result page. */
export const renderFinishPage = (view: FinishPageView): string => {
  const texts = resultPageTexts[view.language];
  const title = texts[view.end];
  const { language, missed } = view;
  return resultPage(
    view,
    title,
    fillFinish({ view, title, texts, sandboxTexts: sandboxTexts[language], mark: marks[view.end] }),
    missed.length > 0,
  );
};

const [tick, clockHands, cross] = ['m14.5 24.5 6.5 6.5 12.5-13', 'M24 14v11l7 4', 'm17 17 14 14M31 17 17 31'];

/** Outlines in the circle of a result. */
const marks: Readonly<Record<FinishPageView['end'], string>> = {
  paid: tick,
  checked: tick,
  pending: clockHands,
  open: clockHands,
  declined: cross,
};

const fillFinish = viewFrom<
  ResultLocals<FinishPageView> & {
    readonly sandboxTexts: (typeof sandboxTexts)[PageLanguage];
    readonly mark: string;
  }
>(new URL('finish.ejs', views), ['view', 'title', 'texts', 'sandboxTexts', 'mark']);

/** The list of the sandbox drawer as a page. */
export const renderSandboxList = (view: PageFrame, title: string, content: string): string =>
  resultPage(view, title, content, true);

const resultPage = (view: PageFrame, title: string, content: string, hasSandbox = false): string =>
  fillFrame({
    view,
    title,
    texts: paymentPageTexts[view.language],
    isPayment: false,
    hasSandbox,
    content,
    html: htmlAttributes(view.language),
  });

const fillFrame = viewFrom<{
  readonly view: PageFrame;
  readonly title: string;
  readonly texts: PaymentTexts;
  readonly isPayment: boolean;
  /** Whether a part of it is the simulator's own. */
  readonly hasSandbox: boolean;
  readonly content: string;
  readonly html: string;
}>(new URL('frame.ejs', views), ['view', 'title', 'texts', 'isPayment', 'hasSandbox', 'content', 'html']);

const attemptsText = ({ language, attemptsLeft, attemptsAllowed }: PaymentPageView): string =>
  fillText(paymentPageTexts[language].attemptsLeft, { left: attemptsLeft, allowed: attemptsAllowed });

/** Minutes and seconds, with hours if there are any. */
const clockFace = (seconds: number): string => {
  const left = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(left / 3600);
  const tail = [Math.floor((left % 3600) / 60), left % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return hours > 0 ? `${hours}:${tail}` : tail;
};
