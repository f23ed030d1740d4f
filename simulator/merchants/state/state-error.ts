/** A state that cannot be put in. Nothing has changed then. */
export class StateError extends Error {
  /** The field that is wrong, as a path with dots. */
  readonly field: string;

  constructor(field: string, detail: string) {
    super(detail);
    this.name = 'StateError';
    this.field = field;
  }
}
