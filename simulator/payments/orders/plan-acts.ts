import type { MerchantContext } from '../../context.ts';
import type { PlannedAct } from '../../domain/orders/bank-act.ts';
import type { Order } from '../../domain/orders/order.ts';
import { startActs, withPlan } from '../../domain/orders/planned-acts.ts';
import { withMissedSteps } from '../../domain/orders/with-missed-steps.ts';
import { contextOfOrder, takePlace } from '../../merchants/next-orders.ts';
import { chooseScenario, type Deciders } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { decidersOf } from '../faults/deciders-of.ts';
import { missedFromStart } from './missed-acts.ts';
import { orderFacts } from './order-facts.ts';

/** The acts of the bank on an order, from the first scenario that holds and has later steps. */
export const planActs = (facts: PaymentFacts, deciders: Deciders): readonly PlannedAct[] => {
  const { scenario } = chooseScenario(facts, deciders, 'later');
  if (!scenario) return [];
  return scenario.later.map(({ sentence: _, ...act }, step) => ({ scenario: scenario.name, step, ...act }));
};

/** A new order with the acts that count from its registration; without waiting if no scenario can have any. */
export const withFirstActs = (context: MerchantContext, order: Order): Order | Promise<Order> => {
  const { knownScenarios, merchant } = context;
  const known = knownScenarios();
  const isAsked = order.params['scenario'] ?? merchant.scenario ?? merchant.ownScenario ?? merchant.nextOrders;
  if (known && isAsked === undefined && !known.heldParts.has('later')) return order;
  return planFirstActs(context, order);
};

const planFirstActs = async (ofMerchant: MerchantContext, unplanned: Order): Promise<Order> => {
  const order = await withPlace(ofMerchant, unplanned);
  const context = contextOfOrder(ofMerchant, order);
  const requested = order.params['scenario'];
  const deciders = { ...(await decidersOf(context, context.merchant, [requested])), requested };
  const plan = planActs(orderFacts(order), deciders);
  const acts = plan.filter(({ since }) => since === 'registered');
  const nowMs = order.registeredAtMs;
  const noted = withMissedSteps(order, missedFromStart(order, plan, nowMs));
  return acts.length === 0 ? noted : startActs(withPlan(noted, acts), 'registered', nowMs);
};

/** The order with its place among the merchant's next orders. One whose number is used already will be refused. */
const withPlace = async ({ store, merchant, follows: taken }: MerchantContext, order: Order): Promise<Order> => {
  if (!merchant.nextOrders) return order;
  const isUsed = !taken && (await store.orders.findByNumber(merchant.login, order.orderNumber));
  const follows = taken ?? (isUsed ? undefined : await takePlace(store, merchant, order.orderNumber));
  return follows ? { ...order, follows } : order;
};
