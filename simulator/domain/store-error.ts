/** A store that cannot be used. The message names it and says what was expected. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A store that cannot keep or read anything at the moment: its disk is full, or another program holds it. It may work again later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
