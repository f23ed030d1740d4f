/** A store that cannot be used. The message has its name and the expected form. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A store that cannot read or write at the moment, because its disk is full or another program locks it. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
