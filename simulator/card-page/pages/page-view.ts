import type { PageLanguage } from '../../domain/page-language.ts';
import type { CardField } from '../../payments/cards/check-card.ts';
import type { WalletName } from '../../payments/wallets/wallet-data.ts';

/** Needed by every page of this surface. Texts in a view are shown as they are; they are escaped, never trusted. */
export interface PageFrame {
  readonly language: PageLanguage;
  /** The address of the files of `assets/`, without a slash at the end. */
  readonly assetsBase: string;
  readonly languageLinks: readonly LanguageLink[];
  readonly layout: 'responsive' | 'mobile';
  readonly backToShop?: BackToShop;
}

export interface LanguageLink {
  readonly language: PageLanguage;
  /** The name of the language, and its first letters. */
  readonly html: string;
  readonly shortHtml: string;
  readonly url: string;
  readonly current: boolean;
}

/** `jsonParams.backToShopUrl` and `backToShopName`; the default name is "Back to the shop". */
export interface BackToShop {
  readonly url: string;
  readonly name?: string;
}

/** The page on which the payer types the card. */
export interface PaymentPageView extends PageFrame {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly merchantName: string;
  readonly description?: string;
  /** With its currency, the way people read it. */
  readonly amountText: string;
  /** The part of the amount that is the gateway's fee. */
  readonly feeText?: string;
  /** The order takes no money: the bank only confirms the card. `stores`: which is then stored; `holds`: an amount is held for a moment. */
  readonly check?: { readonly stores: boolean; readonly holds: boolean };
  /** The cart. */
  readonly lines: readonly OrderLineView[];
  readonly remainingSecs: number;
  readonly attemptsLeft: number;
  readonly attemptsAllowed: number;
  /** Why the last attempt was declined. */
  readonly decline?: { readonly message: string };
  /** Sentences in the page's language; `general` is about no single field. */
  readonly fieldErrors: Readonly<Partial<Record<CardField | 'general', string>>>;
  readonly values: { readonly cardholderName: string; readonly email: string; readonly saveCard: boolean };
  readonly askEmail: boolean;
  readonly offersToSaveCard: boolean;
  /** False if the order takes a stored card only. */
  readonly takesNewCard: boolean;
  readonly storedCards: readonly StoredCardView[];
  /** What is wrong with the security code of the stored card. */
  readonly storedCvcError?: string;
  /** The payer has just removed a stored card. */
  readonly hasRemovedCard: boolean;
  /** Whether the issuer may ask the payer to confirm. */
  readonly hasThreeDs: boolean;
  /** Amount and currency for a token; absent if the order cannot be paid with a wallet. */
  readonly walletPayment?: { readonly amountMinor: number; readonly currency: string };
  /** The address to which the plain form is posted. */
  readonly formAction: string;
  /** Prefix of the page's own calls, without a slash at the end: `/payment/rest`. */
  readonly restBase: string;
  /** YYYYMM by the simulator's clock: an earlier expiry is refused in the browser. Absent: left to the server. */
  readonly currentMonth?: string;
  readonly sandbox?: {
    readonly panel: SandboxPanel;
    readonly chosen?: string;
    readonly missed: readonly string[];
    /** What is wrong with the gateway; absent if it is right. */
    readonly broken?: string;
  };
}

/** A position of the cart. */
export interface OrderLineView {
  readonly name: string;
  /** Empty for a single piece. */
  readonly quantity: string;
  readonly amountText: string;
}

/** A stored card as the page shows it. */
export interface StoredCardView {
  readonly id: string;
  /** Masked. */
  readonly number: string;
  /** Scheme and expiry: `Visa 12/34`. */
  readonly facts: string;
}

/** A wallet's button, and the sheet that it opens: there is no phone, so cards stand in for those in it. */
export interface WalletView {
  readonly id: WalletName;
  readonly label: string;
  /** Path of the page's own call for it. */
  readonly call: string;
  readonly cards: readonly {
    readonly id: string;
    readonly end: 'approved' | 'challenged' | 'declined';
    /** JSON for POST /sandbox/wallet-tokens, but for the amount. */
    readonly tokenRequest: string;
  }[];
}

/** The panel as HTML, made once per language by `sandboxPanel`. */
export interface SandboxPanel {
  /** In pieces: the id of the order stands between them. */
  readonly html: readonly string[];
  /** The wallets with the cards that stand in for those in a phone; in pieces, too. */
  readonly wallets: readonly string[];
}

/** The error page of an order that cannot be paid. */
export interface ErrorPageView extends PageFrame {
  /** Absent: "This payment cannot be opened". */
  readonly title?: string;
  readonly message: string;
  /** What the reader can do. */
  readonly advice?: string;
  /** The address to load again. */
  readonly retryUrl?: string;
}

/** The gateway's own result page. */
export interface FinishPageView extends PageFrame {
  /** `open`: it can still be paid. */
  readonly end: 'paid' | 'checked' | 'pending' | 'open' | 'declined';
  readonly message?: string;
  /** What the reader can do. */
  readonly advice: string;
  /** The main way on: to the card page, or back to the shop. */
  readonly way?: { readonly text: string; readonly url: string };
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** What the scenario could not do, in sentences; none without the sandbox panel. */
  readonly missed: readonly string[];
}
