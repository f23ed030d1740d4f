import type { Context } from '../context.ts';
import { tellRequest } from '../sharing/events.ts';
import type { Exchange } from '../store/journal/exchange.ts';

/** Whether anybody wants to know of requests. */
export const isWatched = ({ journal, events }: Context): boolean => journal.isOn || events.isHeard();

/** Keeps a request with its answer in the journal, and tells whoever listens. */
export const keepExchange = ({ journal, events }: Context, exchange: Exchange): void => {
  if (journal.isOn) journal.record(exchange);
  if (events.isHeard()) tellRequest(events, exchange);
};
