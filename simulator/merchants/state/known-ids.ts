import { type Ids, letterId } from '../../runtime/ids.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import type { MerchantState } from './state-document.ts';

/** The ids of the state that its answers may show; one may come again. */
function* idsOf({ orders, storedCards, tasks, templates, callbacks }: MerchantState): Generator<string> {
  for (const things of [orders, storedCards, tasks, templates, callbacks]) for (const { id } of things) yield id;
  for (const { attempts } of orders) for (const { threeDs } of attempts) if (threeDs) yield threeDs.serverTransId;
}

const isLetterId = new RegExp(`^${letterId.source}$`);
const anyId = new RegExp(`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b${letterId.source}\\b`, 'g');

/** How many ids in a row must be new. */
const enough = 1_000;

/** The random part of an id; its beginning is time. */
const chanceOf = (id: string): string => id.slice(-20);

/** A seed repeats its ids, so those of the state are skipped. */
export const skipUsedIds = async (ids: Ids, state: MerchantState): Promise<void> => {
  const known = new Set<string>();
  for (const id of idsOf(state)) {
    known.add(chanceOf(id));
    await giveWay();
  }
  for (let fresh = 0; fresh < enough && known.size > 0; fresh++) {
    if (known.has(chanceOf(ids.uuid(0)))) fresh = 0;
    await giveWay();
  }
};

/** The same state with other ids, so that several merchants can have it. The checksums of callbacks stay as they were. */
export const withNewIds = async (state: MerchantState, ids: Ids): Promise<MerchantState> => {
  const renewed = new Map<string, string>();
  for (const id of idsOf(state)) {
    if (!renewed.has(id)) renewed.set(id, isLetterId.test(id) ? ids.letters() : ids.uuid(state.clock.nowMs));
    await giveWay();
  }
  const renew = (id: string): string => renewed.get(id) ?? id;
  const withNew = <Thing>(thing: Thing): Thing => {
    const text = JSON.stringify(thing).replace(anyId, renew);
    // A chosen id may look like any text, so only a whole value counts as the id.
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? renew(value) : value));
  };
  const eachWithNew = async <Thing>(things: readonly Thing[]): Promise<Thing[]> => {
    const changed: Thing[] = [];
    for (const thing of things) {
      changed.push(withNew(thing));
      await giveWay();
    }
    return changed;
  };
  return {
    ...state,
    settings: withNew(state.settings),
    orders: await eachWithNew(state.orders),
    callbacks: await eachWithNew(state.callbacks),
    storedCards: await eachWithNew(state.storedCards),
    tasks: await eachWithNew(state.tasks),
    templates: await eachWithNew(state.templates),
    counters: Object.fromEntries(await eachWithNew(Object.entries(state.counters))),
  };
};
