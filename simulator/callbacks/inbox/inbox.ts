import type { Callback } from '../../domain/callback.ts';
import type { Events } from '../../sharing/events.ts';
import { keepExchange } from '../../sharing/keep-exchange.ts';
import type { Journal } from '../../store/journal/journal.ts';
import { type GatewayAddresses, inboxPath, inboxUrls } from './inbox-address.ts';

/** The inboxes of the merchants, to which callbacks come without a call. */
export interface Inbox {
  /** Whether a callback goes to the inbox of its own merchant: its address is that of the inbox, letter by letter. */
  isFor(callback: Pick<Callback, 'merchant' | 'url'>): boolean;
  /** Puts a callback into the journal, as if it had been sent. */
  keep(callback: Callback, atMs: number): void;
}

interface InboxOptions extends GatewayAddresses {
  readonly journal: Journal;
  readonly events: Events;
}

export const createInbox = ({ journal, events, ...addresses }: InboxOptions): Inbox => ({
  isFor: ({ merchant, url }) => inboxUrls(merchant, addresses).includes(url),
  keep: ({ merchant, method, fields, body }, atMs) => {
    keepExchange(
      { journal, events },
      {
        atMs,
        tookMs: 0,
        merchant,
        surface: 'inbox',
        method,
        path: inboxPath(merchant),
        parameters: body === undefined ? Object.fromEntries(fields) : { [body]: '' },
        httpStatus: 200,
        contentType: inboxAnswer.headers['Content-Type'],
        answer: inboxAnswer.body,
      },
    );
  },
});

/** What an inbox answers to everything. */
export const inboxAnswer = {
  status: 200,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'OK',
} as const;
