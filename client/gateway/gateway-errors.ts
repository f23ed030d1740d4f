/** Every way a call can fail; stable, so that a shop can switch on it. */
export type GatewayErrorKind = 'unreachable' | 'timed-out' | 'http-status' | 'unreadable' | 'refused' | 'wrong-use';

/** The base of all errors of this client. Messages never contain the password or the token. */
export abstract class GatewayError extends Error {
  abstract readonly kind: GatewayErrorKind;
}

/** No connection, or it broke before the whole answer arrived. */
export class GatewayUnreachable extends GatewayError {
  readonly kind = 'unreachable';
  override readonly name = 'GatewayUnreachable';
  /** True when nothing can have been sent: the name was not found or the connection was refused. */
  readonly nothingSent: boolean;

  constructor(message: string, nothingSent: boolean, options?: ErrorOptions) {
    super(message, options);
    this.nothingSent = nothingSent;
  }
}

/** The gateway did not answer in time, or an order did not come to its end in time. */
export class GatewayTimeout extends GatewayError {
  readonly kind = 'timed-out';
  override readonly name = 'GatewayTimeout';
}

/** A failure of one call, which the message names. */
abstract class CallError extends GatewayError {
  readonly endpoint: string;

  constructor(endpoint: string, problem: string) {
    super(`${endpoint}: ${problem}`);
    this.endpoint = endpoint;
  }
}

/** An HTTP status other than 200; the gateway answers refusals with 200, so this is a fault or an overload. */
export class GatewayHttpError extends CallError {
  readonly kind = 'http-status';
  override readonly name = 'GatewayHttpError';
  readonly status: number;
  /** The value of `Retry-After` in milliseconds. */
  readonly retryAfterMs: number | undefined;

  /** `wrongAddress`: the problem in words, if the answer comes from another server than was meant. */
  constructor(endpoint: string, status: number, retryAfterMs?: number, wrongAddress?: string) {
    super(endpoint, wrongAddress ?? `the gateway answered HTTP ${status} where 200 was expected`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** HTTP 200 with an unusable body: empty, HTML, broken JSON, or JSON without a required field. */
export class GatewayAnswerUnreadable extends CallError {
  readonly kind = 'unreadable';
  override readonly name = 'GatewayAnswerUnreadable';
}

/** The gateway refused the call. */
export class GatewayRefused extends CallError {
  readonly kind = 'refused';
  override readonly name = 'GatewayRefused';
  /** Always text, also if a bank sends a number. */
  readonly errorCode: string;
  /** In the language of the call; for people, not for comparing. */
  readonly errorMessage: string;

  constructor(endpoint: string, errorCode: string, errorMessage: string) {
    super(endpoint, `refused with errorCode ${errorCode}${errorMessage && `, ${errorMessage}`}`);
    this.errorCode = errorCode;
    this.errorMessage = errorMessage;
  }
}

/** The caller's mistake; nothing was sent. */
export class WrongUse extends GatewayError {
  readonly kind = 'wrong-use';
  override readonly name = 'WrongUse';
}
