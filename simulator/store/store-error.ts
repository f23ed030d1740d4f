/** A store that cannot be used. The message says which, and what was expected. */
export class StoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreError';
  }
}

/** A store that cannot keep or read anything at the moment: its disk is full, or another program holds it. It may work again later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
