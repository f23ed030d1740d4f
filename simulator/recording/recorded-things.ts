import { callOrderNames } from '../data/order-names.ts';
import type { Binding } from '../domain/binding.ts';
import type { Order } from '../domain/orders/order.ts';
import { type EntryView, valuesOf } from '../inspection/journal/journal.ts';

/** What a run left behind at the gateway: the pact is made of this alone. */
export interface RecordedThings {
  /** The requests of the merchant, oldest first. */
  readonly entries: readonly EntryView[];
  readonly orders: readonly Order[];
  readonly bindings: readonly Binding[];
}

/** The first value of a parameter. */
export const firstValueOf = (entry: EntryView, name: string): string | undefined => valuesOf(entry, name)[0];

/** The parameter by which a call names its order by id. */
export const orderNameIn = (entry: EntryView): string | undefined =>
  callOrderNames.find((name) => firstValueOf(entry, name) !== undefined);

/** All requests about an order: those that name it, and the issuer's pages, which name an attempt. */
export const entriesAbout = (order: Order, entries: readonly EntryView[]): readonly EntryView[] => {
  const names = new Set([order.id, ...order.attempts.flatMap(({ threeDs }) => threeDs?.serverTransId ?? [])]);
  return entries.filter(
    (entry) =>
      Object.values(entry.parameters)
        .flat()
        .some((value) => names.has(value)) || firstValueOf(entry, 'orderNumber') === order.orderNumber,
  );
};
