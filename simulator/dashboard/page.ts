import type { GatewayClient, SandboxClient } from '../../client/index.ts';
import type { MerchantContext } from '../context.ts';
import type { Language, Order } from '../domain/orders/order.ts';
import type { Say, TextRow } from './texts/say.ts';
import type { IconName } from './ui/icons.ts';
import type { Ui } from './ui/ui.ts';

/** A page for people. It shows what the control API shows, and whatever it does is a call that a shop or a test can make. */
export interface DashboardPage {
  /** Its texts, besides those of the frame. */
  readonly texts: readonly TextRow[];
  readonly show: (visit: Visit) => Promise<Shown | Download | GoOn>;
  /** What its forms do, by the value of their field `act`. */
  readonly acts?: Readonly<Record<string, (visit: Visit, form: Form) => Promise<Done>>>;
}

/** A page as it is shown. */
export interface Shown {
  /** In the language of the visit. */
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** 200 by default. */
  readonly status?: number;
}

/** Another address instead of a page. */
export interface GoOn {
  readonly to: string;
}

/** Something else than a page: a file to keep. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
}

/** What came of a form. */
export interface Done {
  /** Where the browser goes on; to the same page by default. */
  readonly to?: string;
  readonly notice?: Notice;
  /** The answer itself, for what no address may show: a secret, a file with secrets, the answer of a call. */
  readonly shown?: Shown | Download;
}

/** A sentence that stands once at the top of the next page. */
export interface Notice {
  readonly kind: 'good' | 'bad';
  readonly text: string;
  /** The login of the merchant whose kept state takes back what was done. */
  readonly undo?: string;
}

/** The fields of a form, each with one value. */
export type Form = Readonly<Record<string, string | undefined>>;

/** A person at a page. */
export interface Visit {
  /** The merchant that is looked at. */
  readonly context: MerchantContext;
  readonly language: Language;
  /** Says a text of the dashboard in the language of the visit. */
  readonly say: Say;
  readonly ui: Ui;
  /** The address of a page for the same merchant: `link('/orders/1')`. */
  readonly link: (path: string, query?: Readonly<Record<string, string | undefined>>) => string;
  /** What stands in braces in the address of the page. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Start of links to the gateway as the reader sees it, without a slash at the end. */
  readonly origin: string;
  /** Address of the control API as the reader sees it, with `/sandbox`. */
  readonly controlUrl: string;
  /** A thing that is made once for all visits, by its name. */
  readonly once: <Thing extends object>(name: string, make: () => Thing) => Thing;
  /** The answer of getOrderStatusExtended.do about an order, as the shop would have it now. */
  readonly statusAnswer: (order: Order) => object;
  /** The pages of the menu, in its order. */
  readonly pages: readonly MenuPage[];
  /** For how long this process runs, wherever the clock of the merchant stands. */
  readonly uptimeMs: number;
  /** Whether the person has signed in, and so can sign out. */
  readonly hasSession: boolean;
  /** The control API. */
  readonly sandbox: SandboxClient;
  /** The merchant API, with the merchant's login. */
  readonly gateway: GatewayClient;
}

/** A page as the menu names it. */
export interface MenuPage {
  readonly path: string;
  /** In English. */
  readonly title: string;
  readonly icon: IconName;
  /** In English. */
  readonly group: string | undefined;
  /** Whether it is in the tab bar of a phone. */
  readonly isTab: boolean;
}
