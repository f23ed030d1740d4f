/** A broker could not be asked, or refused. The message is for the user: address, status, advice, and no secret. */
export class BrokerError extends Error {
  override readonly name: string = 'BrokerError';
  /** The HTTP status, if the broker answered. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** The broker has no pact with this provider that is meant. */
export class NoSuchPacts extends BrokerError {
  override readonly name = 'NoSuchPacts';
}
