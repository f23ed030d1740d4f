import type { Exchange } from '../store/journal/exchange.ts';
import type { Journal } from '../store/journal/journal.ts';
import { maskRequest } from '../store/journal/mask-exchange.ts';
import { type Events, publishRequest } from './events.ts';

/** Adds a request with its answer to the journal, and publishes it. */
export const keepExchange = (
  { journal, events }: { readonly journal: Journal; readonly events: Events },
  exchange: Exchange,
): void => {
  const entry = journal.isOn ? journal.record(exchange) : undefined;
  if (events.hasListeners()) publishRequest(events, entry ?? maskRequest(exchange, 0));
};
