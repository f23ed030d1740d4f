import type { PageLanguage } from '../domain/page-language.ts';

/** The issuer's page. Texts in a view are shown as they are; they are escaped, never trusted. */
export interface AcsPageView {
  readonly language: PageLanguage;
  /** Those that the page can be shown in. */
  readonly languages: readonly { readonly language: PageLanguage; readonly name: string }[];
  /** Of 3-D Secure: each has a look and words of its own. */
  readonly version: 1 | 2;
  readonly merchantName: string;
  /** With its currency, the way people read it. */
  readonly amountText: string;
  /** First six and last four digits at most. */
  readonly maskedPan: string;
  readonly dateText: string;
  readonly formAction: string;
  readonly hiddenFields: readonly { readonly name: string; readonly value: string }[];
  /** Set after a wrong code. */
  readonly triesLeft?: number;
  readonly resending: {
    /** How many further codes can be sent. */
    readonly left: number;
    /** Until then, in seconds; 0: at once. */
    readonly inSecs: number;
    /** Whether this page is the answer to a request for one that was granted. */
    readonly isDone: boolean;
  };
  /** Until the challenge is over, in seconds. */
  readonly secondsLeft: number;
  /** Whether the clock that decides about both stands still. */
  readonly isClockStill: boolean;
  /** Whether the strip with Pass and Fail is shown. */
  readonly hasSandbox: boolean;
  /** The address of the files of `assets/`, without a slash at the end. */
  readonly assetsBase: string;
}
