import type { Language } from '../domain/order.ts';

/** The issuer's page. Texts in a view are shown as they are; they are escaped, never trusted. */
export interface AcsPageView {
  readonly language: Language;
  readonly merchantName: string;
  /** With its currency, the way people read it. */
  readonly amountText: string;
  /** First six and last four digits at most. */
  readonly maskedPan: string;
  readonly dateText?: string;
  readonly formAction: string;
  readonly hiddenFields: readonly { readonly name: string; readonly value: string }[];
  /** Set after a wrong code. */
  readonly triesLeft?: number;
  /** Whether the strip with Pass and Fail is shown. */
  readonly hasSandbox: boolean;
  /** The address of the files of `assets/`, without a slash at the end. */
  readonly assetsBase: string;
}
