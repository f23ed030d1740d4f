/** A signal has ended the run of a command. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`ended by ${signal}`);
    this.signal = signal;
  }
}

/** The signal with which a command ends that is broken off for this reason. */
export const signalOf = (reason: unknown): NodeJS.Signals =>
  reason instanceof Interrupted ? reason.signal : 'SIGTERM';
