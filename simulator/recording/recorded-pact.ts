import type { MerchantContext } from '../context.ts';
import { readEntries } from '../inspection/journal/journal.ts';
import { version } from '../runtime/version.ts';
import type { RecordedPact } from './pact-document.ts';
import { recordCallbacks } from './record-callbacks.ts';
import { recordPact } from './record-pact.ts';
import { refuseSecrets } from './refuse-secrets.ts';

/** What a pact is made of. */
export interface Recording {
  /** The calls of the shop, by default, or the callbacks with its answers. */
  readonly of?: 'calls' | 'callbacks' | undefined;
  /** The name of the shop in the pact. */
  readonly consumer?: string | undefined;
  /** Nothing but these fields of answers, by names or paths, also of one call: `register.do:.orderId;.formUrl`. */
  readonly reads?: readonly string[] | undefined;
  /** Only requests with a higher number in the journal. */
  readonly since?: number | undefined;
  /** `2026-01-01`; by the merchant's clock by default. */
  readonly date?: string | undefined;
}

/** The pact of what a shop did under this login, as far as the journal has it, or of all callbacks to it. @throws Error if it would hold a secret */
export const recordedPact = async (context: MerchantContext, recording: Recording = {}): Promise<RecordedPact> => {
  const { merchant, store, clock, bank } = context;
  const { consumer = 'shop', reads, since, date = new Date(clock.now()).toISOString().slice(0, 10) } = recording;
  const facts = { consumer, bank, version: version(), date, since, reads };
  const things = {
    entries: await readEntries(context, {}),
    orders: await store.orders.ofMerchant(merchant.login),
    bindings: await store.bindings.ofMerchant(merchant.login),
  };
  const pact =
    recording.of === 'callbacks'
      ? recordCallbacks(await store.callbacks.ofMerchant(merchant.login), facts)
      : recordPact(things, facts);
  refuseSecrets(pact, things, merchant);
  return pact;
};
