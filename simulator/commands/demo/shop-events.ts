/** A callback that the shop of the demo received. */
export interface ShopCallback {
  readonly fields: Readonly<Record<string, string>>;
  /** Whether its checksum is correct. */
  readonly isGenuine: boolean;
}

/** A callback, or the return of the payer. */
export type ShopEvent = ShopCallback | 'redirect';

/** `deposited=1`. */
export const callbackInWords = ({ fields: { operation, status }, isGenuine }: ShopCallback): string =>
  `${operation}=${status}${isGenuine ? '' : ' (wrong checksum)'}`;
