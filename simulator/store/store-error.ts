/** A store that cannot be used. The message says which, and what was expected. */
export class StoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreError';
  }
}
