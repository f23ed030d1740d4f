import type { Ids } from '../../runtime/ids.ts';
import type { MerchantState } from './state-document.ts';

/** Every id of the state that its answers may show, once. */
const idsOf = ({ orders, storedCards, tasks, templates, callbacks }: MerchantState): ReadonlySet<string> =>
  new Set([
    ...[orders, storedCards, tasks, templates, callbacks].flatMap((things) => things.map(({ id }) => id)),
    ...orders.flatMap(({ attempts }) => attempts.flatMap(({ threeDs }) => threeDs?.serverTransId ?? [])),
  ]);

/** How many ids in a row must be new. */
const enough = 1_000;

/** The random part of an id; its beginning is time. */
const chanceOf = (id: string): string => id.slice(-20);

/** A seed repeats its ids, so those of the state are skipped. */
export const skipUsedIds = (ids: Ids, state: MerchantState): void => {
  const known = new Set([...idsOf(state)].map(chanceOf));
  for (let fresh = 0; fresh < enough && known.size > 0; fresh++) {
    if (known.has(chanceOf(ids.uuid(0)))) fresh = 0;
  }
};

/** The same state with other ids, so that several merchants can have it. The checksums of callbacks stay as they were. */
export const withNewIds = (state: MerchantState, ids: Ids): MerchantState => {
  const renewed = new Map([...idsOf(state)].map((id) => [id, ids.uuid(state.clock.nowMs)]));
  const renew = (id: string): string => renewed.get(id) ?? id;
  const text = JSON.stringify(state).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, renew);
  // A chosen id may look like any text, so only a whole value counts as the id.
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? renew(value) : value));
};
