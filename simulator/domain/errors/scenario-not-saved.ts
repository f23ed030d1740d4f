/** Why no scenario file can be written. */
export type NotSaved = 'no-folder' | 'missing' | 'read-only' | 'not-a-file' | 'changed';

/** A scenario file that cannot be written. */
export class ScenarioNotSaved extends Error {
  override readonly name = 'ScenarioNotSaved';
  readonly reason: NotSaved;

  constructor(reason: NotSaved, message: string) {
    super(message);
    this.reason = reason;
  }
}
