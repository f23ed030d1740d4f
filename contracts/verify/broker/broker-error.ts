/** A broker could not be asked, or refused. The message is for the user: address, status, advice, and no secret. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
  /** The HTTP status, if the broker answered. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}
