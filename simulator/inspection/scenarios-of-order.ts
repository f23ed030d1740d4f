import type { MerchantContext } from '../context.ts';
import type { Order } from '../domain/order.ts';

/** An order that met a scenario. */
export type ScenarioUse = Pick<Order, 'id' | 'orderNumber'>;

const named = /\b(?:asks for|has) scenario ([\w.-]+)(?! set, but nothing)/;

/** The names of the scenarios that an order has met: those that it or its merchant asked for, and those whose conditions held. */
const scenariosOfOrder = ({ attempts, params, follows, acts = [] }: Order): ReadonlySet<string> => {
  const names = new Set<string | undefined>([params['scenario'], follows?.scenario]);
  for (const { scenario } of acts) names.add(scenario);
  for (const { askedFor, explanation } of attempts) {
    names.add(askedFor);
    for (const { decider, decided, because } of explanation) {
      names.add(named.exec(because)?.[1]);
      if (decided) names.add(/^scenario (.+)$/.exec(decider)?.[1]);
    }
  }
  names.delete(undefined);
  return names as ReadonlySet<string>;
};

/** The orders of a merchant that were registered since then, by the scenarios that they met, newest first. */
export const scenarioUses = async (
  { store, merchant }: MerchantContext,
  sinceMs: number,
): Promise<ReadonlyMap<string, readonly ScenarioUse[]>> => {
  const orders = (await store.orders.ofMerchant(merchant.login))
    .filter(({ registeredAtMs }) => registeredAtMs >= sinceMs)
    .toSorted((one, other) => other.registeredAtMs - one.registeredAtMs);
  const uses = new Map<string, ScenarioUse[]>();
  for (const order of orders)
    for (const name of scenariosOfOrder(order)) {
      const ofName = uses.get(name) ?? [];
      ofName.push({ id: order.id, orderNumber: order.orderNumber });
      uses.set(name, ofName);
    }
  return uses;
};
