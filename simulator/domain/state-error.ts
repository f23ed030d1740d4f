/** A state of a merchant that cannot be put in. Nothing has changed then. */
export class StateError extends Error {
  override readonly name = 'StateError';
  /** The field that is wrong, as a path with dots. */
  readonly field: string;

  constructor(field: string, detail: string) {
    super(detail);
    this.field = field;
  }
}
