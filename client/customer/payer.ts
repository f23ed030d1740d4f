import { checkUse } from '../gateway/check-use.ts';
import { exchange, failureOf } from '../gateway/exchange.ts';
import { GatewayError, WrongUse } from '../gateway/gateway-errors.ts';
import { given } from '../options/given.ts';
import { contradictionInPayer } from './payer-contradictions.ts';
import { type PayerOptions, payerOptions } from './payer-options.ts';
import { type Start, type Walk, walk } from './walk.ts';

export interface PaymentWalk extends Walk {
  readonly orderId: string;
  /** CREATED, APPROVED, DEPOSITED, DECLINED, REVERSED ... as the gateway reports it; absent without a report. */
  readonly paymentState?: string;
  /** The shop's page, if it was visited. */
  readonly shopPage?: string;
}

/** A customer made of HTTP only: opens the payment page, types a card, passes the challenge and goes back to the shop. */
export class Payer {
  readonly #habits: PayerOptions;

  constructor(habits: PayerOptions = {}) {
    checkUse('Payer', payerOptions, habits);
    this.#habits = habits;
  }

  /**
   * Walks an order's payment page to the end; `options` win over the payer's own habits. A decline is a result,
   * not an error; rejects with a `GatewayError` when a page cannot be reached at all.
   */
  async pay(formUrl: string, options: PayerOptions = {}): Promise<PaymentWalk> {
    checkUse('pay', payerOptions, options);
    const chosen = { ...this.#habits, ...given(options) };
    const contradiction = contradictionInPayer(chosen);
    if (contradiction !== undefined) throw new WrongUse(`pay: ${contradiction}`);
    const start = readFormUrl(formUrl);
    const walked = await walk(start, chosen);
    const shopPage = walked.end === 'shop' && chosen.visitsShop ? await openShop(walked.url, chosen) : undefined;
    const paymentState = await askPaymentState(start, chosen);
    return {
      ...walked,
      orderId: start.orderId,
      ...(paymentState === undefined ? {} : { paymentState }),
      ...(shopPage === undefined ? {} : { shopPage }),
    };
  }
}

const readFormUrl = (formUrl: string): Start => {
  if (!URL.canParse(formUrl) || !/^https?:/.test(formUrl)) throw new WrongUse(`not an http(s) address: ${formUrl}`);
  const { searchParams } = new URL(formUrl);
  const orderId = searchParams.get('mdOrder') ?? searchParams.get('orderId');
  if (!orderId)
    throw new WrongUse(`not a formUrl, because it has no mdOrder: ${formUrl}; the answer of register.do has one`);
  // SATIM's page lies one folder below the gateway.
  const [gatewayUrl, ...rest] = formUrl.split(/(?:\/epg)?\/merchants\//);
  return { formUrl, orderId, gatewayUrl: rest.length > 0 ? gatewayUrl : undefined };
};

const openShop = async (url: string, options: PayerOptions): Promise<string> => {
  const timeoutMs = options.timeoutMs ?? 30_000;
  const tooLate = AbortSignal.timeout(timeoutMs);
  try {
    const response = await (options.fetch ?? fetch)(url, { signal: tooLate, headers: { accept: 'text/html' } });
    return await response.text();
  } catch (error) {
    throw failureOf({ what: 'opening the page of the shop', method: 'GET', url, timeoutMs }, tooLate, error);
  }
};

/** A call of the payment page, which needs no login. Source: answers of public clients, getFinishedPaymentInfo.do. */
const askPaymentState = async ({ gatewayUrl, orderId }: Start, options: PayerOptions): Promise<string | undefined> => {
  if (gatewayUrl === undefined) return undefined;
  try {
    const { text } = await exchange(options.fetch, {
      what: 'getFinishedPaymentInfo.do',
      url: `${gatewayUrl}/rest/getFinishedPaymentInfo.do`,
      method: 'POST',
      body: new URLSearchParams({ orderId }).toString(),
      timeoutMs: options.timeoutMs ?? 30_000,
    });
    return statusIn(JSON.parse(text));
  } catch (error) {
    if (error instanceof GatewayError || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const statusIn = (answer: unknown): string | undefined => {
  const status = typeof answer === 'object' && answer !== null ? (answer as { status?: unknown }).status : undefined;
  return typeof status === 'string' ? status : undefined;
};
