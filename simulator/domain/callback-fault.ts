/** Something that goes wrong with a callback on its way to the shop; plain data. */
export interface CallbackFault {
  /** It is never sent. */
  readonly isLost?: true;
  /** It waits this long, and what comes after it waits with it. */
  readonly delayMs?: number;
  /** It is held back until a later one of the same order is over; where none follows, it is never sent. */
  readonly isOutOfOrder?: true;
  /** Who caused it gets no answer before it was tried. */
  readonly isBeforeRedirect?: true;
  /** How often it reaches the shop in all, although the shop has accepted it. */
  readonly sends?: number;
  /** So many first tries find nobody at the shop's address. */
  readonly failures?: number | 'always';
  /** Values that stand in place of the right ones; the checksum holds. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Its checksum does not hold. */
  readonly hasWrongChecksum?: true;
}

/** What a scenario did to a callback, in words too. */
export interface CallbackMishap {
  readonly scenario: string;
  /** Goes on after "the callback ...". */
  readonly sentence: string;
  readonly fault: CallbackFault;
}
