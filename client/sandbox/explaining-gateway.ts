import type { GatewayClientOptions } from '../gateway/client-options.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { GatewayTimeout } from '../gateway/gateway-errors.ts';
import type { FinishedPayment, WaitForPaymentOptions } from '../gateway/wait-for-payment.ts';

/** A client of the gateway in a sandbox: a payment that does not end in time is explained. */
export class ExplainingGateway extends GatewayClient {
  readonly #whyOf: (orderId: string) => Promise<string>;

  constructor(options: GatewayClientOptions, whyOf: (orderId: string) => Promise<string>) {
    super(options);
    this.#whyOf = whyOf;
  }

  override async waitForPayment(options: WaitForPaymentOptions): Promise<FinishedPayment> {
    try {
      return await super.waitForPayment(options);
    } catch (error) {
      if (!(error instanceof GatewayTimeout)) throw error;
      // The time-out is the error to report, whether or not the sandbox can explain it.
      const why = await this.#whyOf(options.orderId).catch(() => undefined);
      throw why === undefined ? error : new GatewayTimeout(`${error.message}\n\n${why}`, { cause: error.cause });
    }
  }
}
