import type { MerchantContext } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import type { Explanation } from '../../domain/orders/attempt-plan.ts';
import type { Order } from '../../domain/orders/order.ts';

/** An order that met a scenario. */
export type ScenarioUse = Pick<Order, 'id' | 'orderNumber'>;

/** In a reason: `asks for scenario x`, `has scenario x set`. */
const named = /\b(?:asks for|has) scenario ([\w.-]+)(?![\w.-]| set, but nothing)/;

const namesIn = ({ decider, decided, because }: Explanation): readonly string[] => {
  const inReason = named.exec(because)?.[1];
  const itself = decided ? /^scenario (.+)$/.exec(decider)?.[1] : undefined;
  return [inReason, itself].filter((name) => name !== undefined);
};

/** The scenario that decided last about an order, or else did something with it or with its callbacks. */
export const decidingScenario = ({ attempts, acts }: Order, callbacks: readonly Callback[]): string | undefined => {
  const deciding = attempts.flatMap(({ explanation }) => explanation.filter(({ decided }) => decided));
  const ofAct = acts?.find(({ isOver, refusedWith }) => isOver && refusedWith === undefined)?.scenario;
  const ofCallback = callbacks.find(({ fault }) => fault?.scenario !== undefined)?.fault?.scenario;
  return deciding.flatMap(namesIn).at(-1) ?? ofAct ?? ofCallback;
};

/** The names of the scenarios that an order has met: those that it or its merchant asked for, and those whose conditions held. */
const scenariosOfOrder = ({ attempts, params, follows, acts = [] }: Order): ReadonlySet<string> => {
  const names = new Set<string | undefined>([params['scenario'], follows?.scenario]);
  for (const { scenario } of acts) names.add(scenario);
  for (const { askedFor, explanation } of attempts) {
    names.add(askedFor);
    for (const line of explanation) for (const name of namesIn(line)) names.add(name);
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
