/** Below this path every merchant has an inbox: a receiver of callbacks where there is no shop yet. */
export const inboxFolder = '/sandbox/inbox/';

export const inboxPath = (login: string): string => `${inboxFolder}${encodeURIComponent(login)}`;

/** The addresses of this gateway. */
export interface GatewayAddresses {
  readonly ownUrl: () => string;
  /** Empty: none. */
  readonly publicUrl: string;
}

/** The addresses of a merchant's inbox, the one to use first. */
export const inboxUrls = (login: string, { ownUrl, publicUrl }: GatewayAddresses): readonly string[] =>
  [publicUrl.replace(/\/+$/, ''), ownUrl()].filter((start) => start !== '').map((start) => start + inboxPath(login));
