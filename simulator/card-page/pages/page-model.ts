import type { Context } from '../../context.ts';
import { formatAmount } from '../../data/currencies.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { missedStepIn } from '../../data/missed-step-texts.ts';
import { onceFor, pageLanguageNames, pageLanguagesOf } from '../../data/page-languages.ts';
import { fieldErrorTexts } from '../../data/page-texts.ts';
import type { Binding } from '../../domain/binding.ts';
import type { Brand } from '../../domain/card.ts';
import { missedStepText } from '../../domain/orders/missed-step.ts';
import type { Order } from '../../domain/orders/order.ts';
import { attemptsLeft } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { inAscii } from '../../http/page/in-ascii.ts';
import type { FieldProblems } from '../../payments/cards/check-card.ts';
import { type AddressedOrder, cardPageAddress } from '../../wire/card-page-address.ts';
import { takesWallets } from '../wallets/wallet-views.ts';
import { orderLines } from './order-lines.ts';
import type {
  BackToShop,
  LanguageLink,
  PageFrame,
  PaymentPageView,
  SandboxPanel,
  StoredCardView,
} from './page-view.ts';

/** The requested page. */
export interface PageAddress {
  readonly language: PageLanguage;
  readonly layout: 'responsive' | 'mobile';
  /** The page's own path, for the form and the language links. */
  readonly path: string;
}

/** The payer's input that the form shows again; never a card number or CVC. */
export interface Typed {
  readonly cardholderName: string;
  readonly email: string;
  readonly saveCard: boolean;
}

/** The contents of the card page beside the order. */
export interface PageDetails {
  readonly merchantName: string;
  readonly panel?: SandboxPanel;
  /** What is wrong with the gateway, in words for its panel. */
  readonly broken?: string;
  readonly typed?: Typed;
  /** The outcome that was chosen in the sandbox panel. */
  readonly outcome?: string;
  readonly problems?: FieldProblems;
  readonly generalProblem?: string;
  readonly storedCards?: readonly Binding[];
  readonly storedCvcError?: string;
  readonly hasRemovedCard?: boolean;
}

/** Path of the pages' own files. */
export const assetsBase = (context: Context): string => `${context.bank.basePath}/merchants/assets`;

/** Needed by every page of this surface. */
export const pageFrame = (context: Context, { language, layout }: PageAddress, order?: Order): PageFrame => {
  const back = order && backToShop(order);
  return {
    language,
    layout,
    assetsBase: assetsBase(context),
    languageLinks: order ? languageLinks(context, language, order, layout) : [],
    ...(back && { backToShop: back }),
  };
};

export const backToShop = ({ params }: Order): BackToShop | undefined => {
  const url = params['backToShopUrl'];
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  const name = params['backToShopName'];
  return { url, ...(name && { name }) };
};

/** Another language is another file name. Source: classic page templates of RBS gateways. One alone is no choice. */
const languageLinks = (
  { bank }: Context,
  current: PageLanguage,
  order: Order,
  layout: PageAddress['layout'],
): readonly LanguageLink[] => {
  const offered = pageLanguagesOf(bank).map(languageLabel);
  if (offered.length === 1 && offered[0]?.language === current) return [];
  return offered.map((label) => ({
    ...label,
    url: cardPageAddress(bank, linkedOrder(order, label.language, layout)),
    current: label.language === current,
  }));
};

/** The address of an order's page in another language. */
export const linkedOrder = (
  { id, merchant, pageView }: Order,
  language: PageLanguage,
  layout: PageAddress['layout'],
): AddressedOrder => {
  const view = layout === 'mobile' ? 'MOBILE' : pageView;
  return { id, merchant, language, ...(view !== undefined && { pageView: view }) };
};

const labelIn = (language: PageLanguage) => {
  const name = pageLanguageNames[language];
  return { language, html: inAscii(name), shortHtml: inAscii(shortNames[language] ?? name.slice(0, 3)) };
};

/** Every page has those of all its languages. */
const languageLabel = onceFor(labelIn);

/** Where the first three letters are no name. */
const shortNames: Readonly<Partial<Record<PageLanguage, string>>> = { ar: 'عربي' };

/** The card page of an order that can be paid. */
export const paymentPageView = (
  context: Context,
  page: PageAddress,
  order: Order,
  {
    merchantName,
    panel,
    typed,
    outcome: chosen,
    problems = {},
    generalProblem,
    storedCards = [],
    ...more
  }: PageDetails,
): PaymentPageView => {
  const { clock, bank } = context;
  const nowMs = clock.now();
  const message = order.attempts.length > 0 ? displayMessage(order.actionCode, page.language) : '';
  return {
    ...pageFrame(context, page, order),
    orderId: order.id,
    orderNumber: order.orderNumber,
    merchantName,
    ...(order.description?.trim() && { description: order.description }),
    amountText: formatAmount(order.amountMinor + order.feeMinor, order.currency, page.language),
    ...(order.feeMinor > 0 && { feeText: formatAmount(order.feeMinor, order.currency, page.language) }),
    ...(order.features.includes('VERIFY') && { check: checkView(order) }),
    lines: order.orderBundle ? orderLines(order, page.language) : [],
    remainingSecs: Math.max(0, Math.ceil((order.expiresAtMs - nowMs) / 1000)),
    attemptsLeft: attemptsLeft(order),
    attemptsAllowed: order.attemptsAllowed,
    ...(message !== '' && { decline: { message } }),
    fieldErrors: { ...problemTexts(problems, page.language), ...(generalProblem && { general: generalProblem }) },
    values: typed ?? { cardholderName: order.cardholderName ?? '', email: order.email ?? '', saveCard: false },
    askEmail: false,
    offersToSaveCard: order.clientId !== undefined && !order.features.includes('FORCE_CREATE_BINDING'),
    takesNewCard: order.onlyBindingId === undefined,
    storedCards: storedCards.map(storedCardView),
    ...(more.storedCvcError && { storedCvcError: more.storedCvcError }),
    hasRemovedCard: more.hasRemovedCard ?? false,
    hasThreeDs: !order.features.includes('FORCE_SSL'),
    currentMonth: monthOf(nowMs),
    ...(takesWallets(context, order) && {
      walletPayment: { amountMinor: order.amountMinor + order.feeMinor, currency: order.currency },
    }),
    formAction: `${page.path}?mdOrder=${order.id}&language=${page.language}`,
    restBase: `${bank.basePath}/rest`,
    ...(panel && {
      sandbox: {
        panel,
        ...(chosen && { chosen }),
        missed: missedIn(order, page.language),
        ...(more.broken !== undefined && { broken: more.broken }),
      },
    }),
  };
};

/** What the scenario of an order could not do, in sentences. */
export const missedIn = ({ missedSteps = [] }: Order, language: PageLanguage): readonly string[] =>
  missedSteps.map((step) => missedStepIn(language, missedStepText(step)));

const checkView = ({ features, amountMinor }: Order): NonNullable<PaymentPageView['check']> => ({
  stores: features.includes('FORCE_CREATE_BINDING'),
  holds: amountMinor > 0,
});

/** YYYYMM, as `isPastExpiry` sees it. */
const monthOf = (atMs: number): string => {
  const date = new Date(atMs);
  const month = date.getUTCMonth() + 1;
  return `${date.getUTCFullYear()}${month < 10 ? '0' : ''}${month}`;
};

const storedCardView = ({ id, card }: Binding): StoredCardView => ({
  id,
  number: card.maskedPan,
  facts: `${brandNames[card.brand]} ${card.expiry.slice(4)}/${card.expiry.slice(2, 4)}`.trim(),
});

/** As `assets/card-number.js` has them. */
const brandNames: Readonly<Record<Brand, string>> = {
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  AMEX: 'Amex',
  JCB: 'JCB',
  CUP: 'UnionPay',
  MIR: 'Mir',
  MAESTRO: 'Maestro',
  UNDEFINED: '',
};

const problemTexts = (problems: FieldProblems, language: PageLanguage): PaymentPageView['fieldErrors'] =>
  Object.fromEntries(Object.entries(problems).map(([field, { text }]) => [field, fieldErrorTexts[language][text]]));
