import { realWait } from '../gateway/client-options.ts';
import { type Duration, milliseconds } from '../options/duration.ts';
import { type Customer, customerWith, type PageRequest, type WalkEnd } from './customer.ts';
import { openPage, type WalkStep } from './open-page.ts';
import type { PayerOptions } from './payer-options.ts';

export interface Walk {
  readonly end: WalkEnd;
  readonly url: string;
  readonly steps: readonly WalkStep[];
  /** Messages of the payment page about the whole payment. */
  readonly declines: readonly string[];
  /** Its messages about single fields, `field: text`. */
  readonly fieldErrors: readonly string[];
}

/** Pages in a row without a card being submitted, redirects included. */
const maxHops = 20;

/** Walks from the payment page to wherever the gateway leads, without scripts and without cookies. */
export const walk = async (start: Start, options: PayerOptions): Promise<Walk> => {
  const steps: WalkStep[] = [];
  const customer = customerWith(options, shopTest(start));
  await waitFor(options.opensAfter, options);
  const page: Visit = { method: 'GET', url: start.formUrl };
  let request = page;
  let payment: Visit | undefined;
  let mayGoBack = options.paysAgain === true;
  for (let hopsLeft = maxHops; hopsLeft > 0; hopsLeft -= 1) {
    const answer = await openPage(request, options, steps);
    const move = customer.decide(request, answer);
    steps.push({ method: request.method, url: request.url, status: answer.status, saw: move.saw });
    if ('end' in move) {
      if (move.end !== 'shop' || !payment || !mayGoBack) return result(move.end, move.url, steps, customer);
      mayGoBack = false;
      const { status } = await openPage(page, options, steps);
      steps.push({ ...page, status, saw: 'went back to the payment page; pays again' });
      request = payment;
      continue;
    }
    if (move.isAnswer) await waitFor(options.answersAfter, options);
    if (move.isPayment) hopsLeft = maxHops;
    request = { ...move.go, ...(move.isPayment && { isPayment: true }) };
    if (move.isPayment) payment = request;
  }
  return result('elsewhere', request.url, [...steps.slice(0, -1), givenUp(steps)], customer);
};

const waitFor = async (duration: Duration = '0s', { wait = realWait }: PayerOptions): Promise<void> => {
  if (milliseconds(duration) > 0) await wait(milliseconds(duration));
};

type Visit = PageRequest & { readonly isPayment?: boolean };

export interface Start {
  readonly formUrl: string;
  readonly orderId: string;
  /** The part of the formUrl before `/merchants/`; undefined if there is none. */
  readonly gatewayUrl: string | undefined;
}

const result = (end: WalkEnd, url: string, steps: readonly WalkStep[], { messages }: Customer): Walk => ({
  end,
  url,
  steps,
  ...messages,
});

const givenUp = (steps: readonly WalkStep[]): WalkStep => {
  const last = steps.at(-1) as WalkStep;
  return { ...last, saw: `${last.saw}; gave up after ${maxHops} pages` };
};

/**
 * Tells the shop's addresses from those of the gateway and the issuer: another origin than the gateway and the page
 * that redirects; or, if shop and gateway share one, an address outside the gateway that carries the order's id.
 */
const shopTest = ({ formUrl, orderId, gatewayUrl }: Start) => {
  const gatewayOrigin = new URL(formUrl).origin;
  return (target: string, from: string): boolean => {
    if (!/^https?:/.test(target) || !URL.canParse(target)) return true;
    const { origin, searchParams } = new URL(target);
    if (origin !== gatewayOrigin) return origin !== new URL(from).origin;
    if (gatewayUrl === undefined || target.startsWith(`${gatewayUrl}/`)) return false;
    return searchParams.get('orderId') === orderId;
  };
};
