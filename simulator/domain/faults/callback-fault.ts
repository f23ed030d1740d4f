/** Every kind of fault of a callback on its way to the shop, with its setting. */
export interface CallbackFaultSettings {
  readonly isLost: true;
  /** Later callbacks of the order wait as well. */
  readonly delayMs: number;
  /** It waits until a later callback of the order is delivered or given up; without one it is never sent. */
  readonly isOutOfOrder: true;
  /** The call that caused it is answered after the first try. */
  readonly isBeforeRedirect: true;
  /** So many first tries fail as if the shop could not be reached. */
  readonly failures: number | 'always';
  /** How often it is sent in all, although the shop has accepted it. */
  readonly sends: number;
  /** Wrong values of these fields; the checksum is right. */
  readonly fields: Readonly<Record<string, string>>;
  readonly hasNoChecksum: true;
  readonly hasWrongChecksum: true;
}

export interface CallbackFault {
  /** Absent: it was asked for by hand. */
  readonly scenario?: string;
  /** The words after "the callback ...". */
  readonly sentence: string;
  readonly settings: Partial<CallbackFaultSettings>;
}
