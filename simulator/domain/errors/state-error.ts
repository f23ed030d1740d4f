/** A wrong state of a merchant; nothing was changed. */
export class StateError extends Error {
  override readonly name = 'StateError';
  /** The wrong field, as a path with dots. */
  readonly field: string;

  constructor(field: string, detail: string) {
    super(detail);
    this.field = field;
  }
}
