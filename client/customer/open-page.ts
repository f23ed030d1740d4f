import { exchange, type Incoming } from '../gateway/exchange.ts';
import { GatewayTimeout, GatewayUnreachable } from '../gateway/gateway-errors.ts';
import type { PageRequest } from './customer.ts';
import type { PayerOptions } from './payer-options.ts';
import { readPage } from './read-page.ts';

/** One page that was asked for. */
export interface WalkStep {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Of HTTP; 0 without an answer. */
  readonly status: number;
  /** A description for the reader of a log. */
  readonly saw: string;
}

/** How often a broken page is reloaded. */
const mostReloads = 3;

/** Opens a page with the customer's double clicks and reloads. Pages that were not read are added to the steps. */
export const openPage = async (
  request: PageRequest & { readonly isPayment?: boolean },
  options: PayerOptions,
  steps: WalkStep[],
): Promise<Incoming> => {
  const { method, url } = request;
  const note = (status: number, saw: string): void => {
    steps.push({ method, url, status, saw });
  };
  if (options.reloads === 'broken') return openUnbroken(request, options, note);
  if (request.isPayment && options.submitsTwice) return clickTwice(request, options, note);
  const answer = await ask(request, options);
  if (options.reloads !== 'every' || !isShown(answer, url)) return answer;
  note(answer.status, 'a page; reloads it');
  return ask(request, options);
};

type Note = (status: number, saw: string) => void;

/** Both at once; a browser shows the answer to the second. */
const clickTwice = async (request: PageRequest, options: PayerOptions, note: Note): Promise<Incoming> => {
  const [first, second] = await Promise.allSettled([ask(request, options), ask(request, options)]);
  note(first.status === 'fulfilled' ? first.value.status : 0, 'nothing, because it was clicked twice');
  if (second.status === 'rejected') throw second.reason;
  return second.value;
};

const openUnbroken = async (request: PageRequest, options: PayerOptions, note: Note): Promise<Incoming> => {
  for (let reloads = 0; ; reloads += 1) {
    const isLast = reloads === mostReloads;
    try {
      const answer = await ask(request, options);
      if (isLast || !isBroken(answer, request.url)) return answer;
      note(answer.status, 'a broken page; reloads it');
    } catch (error) {
      if (isLast || !(error instanceof GatewayUnreachable || error instanceof GatewayTimeout)) throw error;
      note(0, 'no whole answer; reloads it');
    }
  }
};

const isRedirect = ({ status, headers }: Incoming): boolean =>
  status >= 300 && status < 400 && headers.get('location') !== null;

const isBroken = (answer: Incoming, url: string): boolean =>
  !isRedirect(answer) && readPage(answer.text, url).kind === 'unknown';

/** A page to look at: one that submits itself is gone at once. */
const isShown = (answer: Incoming, url: string): boolean =>
  !isRedirect(answer) && readPage(answer.text, url).kind !== 'auto-post';

const ask = ({ method, url, body }: PageRequest, options: PayerOptions): Promise<Incoming> =>
  exchange(options.fetch, {
    what: method === 'GET' ? 'opening a page' : 'submitting a form',
    method,
    url,
    timeoutMs: options.timeoutMs ?? 30_000,
    headers: { accept: 'text/html,application/xhtml+xml' },
    ...(body === undefined ? {} : { body }),
  });
