import type { Context } from '../../context.ts';
import { callOrderNames } from '../../data/order-names.ts';
import { type Fault, faults } from '../../domain/faults/fault.ts';
import { describeFault } from '../../domain/faults/fault-rows.ts';
import type { FollowedScenario } from '../../domain/followed-scenario.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/orders/order.ts';
import { seededBytes } from '../../issuer/seeded-numbers.ts';
import { takePlace, withFollowed } from '../../merchants/next-orders.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import type { AnswerFault } from '../../store/journal/exchange.ts';
import { jsonObjectIn } from '../../text/pack.ts';
import { orderFacts } from '../orders/order-facts.ts';
import { nextStep } from './next-step.ts';
import { countInStore } from './step-counts.ts';

/** The parameters by which a call can ask for a scenario: by its name, or by an order that has one. */
export const scenarioParameters: readonly string[] = [...callOrderNames, 'orderNumber', 'jsonParams'];

/** A call of a merchant, or a page about one of its orders. */
interface FaultQuery {
  /** Its name in scenario files: `register`, `google/payment`, `page`. */
  readonly on: string;
  readonly merchant: Merchant;
  /** The order, if it was found already. */
  readonly order?: Order | undefined;
  /** Those of `scenarioParameters` that the call can have. */
  readonly scenarioParameters: readonly string[];
  readonly read: (parameter: string) => string | undefined;
}

export interface FoundFault {
  readonly fault?: Fault | undefined;
  /** The same for the journal. */
  readonly inWords?: AnswerFault | undefined;
  readonly order?: Order | undefined;
  /** The scenario of the order that the call registers, if it took a place among the merchant's next orders for it. */
  readonly follows?: FollowedScenario | undefined;
}

/** Finds the fault of a call. Undefined at once if no scenario can be about it. */
export type FindFault = (query: FaultQuery) => Promise<FoundFault | undefined> | undefined;

/**
 * Finds the fault of a call: the order's scenario decides, else the merchant's, else the first file that holds and has
 * gateway steps. The store counts how often each step happened.
 */
export const faultFinder = (process: Context): FindFault => {
  const read = endpointReader(process);
  return (query) => {
    const endpoints = read();
    return endpoints instanceof Promise
      ? endpoints.then((known) => findIfAny(process, known, query))
      : findIfAny(process, endpoints, query);
  };
};

/** The known scenarios with steps about an endpoint. */
interface EndpointScenarios {
  /** Whether a scenario of this name may have such steps: a bundled one is not read to find out. */
  readonly mayBeAbout: (name: string | undefined) => boolean;
  /** One of them holds without being asked for. */
  readonly mayHold: boolean;
}

type Endpoints = (on: string) => EndpointScenarios;

/** A merchant's own scenario is in no file. */
const findIfAny = (process: Context, endpoints: Endpoints, query: FaultQuery): Promise<FoundFault> | undefined => {
  const scenarios = endpoints(query.on);
  return mayApply(scenarios, query) ? find(process, query, scenarios) : undefined;
};

/** Whether a scenario may apply: a call that names no order, as most of register.do, does not wait for the answer. */
const mayApply = (
  { mayBeAbout, mayHold }: EndpointScenarios,
  { merchant, scenarioParameters, read }: FaultQuery,
): boolean =>
  mayHold ||
  merchant.ownScenario !== undefined ||
  merchant.nextOrders !== undefined ||
  mayBeAbout(merchant.scenario) ||
  scenarioParameters.some((name) => read(name) !== undefined);

/** The scenarios by endpoint, without waiting if they have been read. */
const endpointReader = ({ scenarios, knownScenarios }: Context): (() => Endpoints | Promise<Endpoints>) => {
  let read: readonly Scenario[] | undefined;
  let endpoints: Endpoints = byEndpoint([]);
  const endpointsOf = (all: readonly Scenario[]): Endpoints => {
    // Files that change make another list.
    if (all !== read) endpoints = byEndpoint(all);
    read = all;
    return endpoints;
  };
  return () => {
    const known = knownScenarios();
    return known ? endpointsOf(known.all) : scenarios().then(endpointsOf);
  };
};

const byEndpoint = (all: readonly Scenario[]): Endpoints => {
  const known = new Set(all.map(({ name }) => name));
  const names = new Set(all.flatMap(({ gateway }) => gateway.map(({ on }) => on)));
  const about = new Map([...names].map((on) => [on, scenariosAbout(on, all, known)]));
  const none = scenariosAbout('', all, known);
  return (on) => about.get(on) ?? none;
};

const scenariosAbout = (on: string, all: readonly Scenario[], known: ReadonlySet<string>): EndpointScenarios => {
  const scenarios = all.filter(({ gateway }) => gateway.some((step) => step.on === on));
  const names = new Set(scenarios.map(({ name }) => name));
  return {
    mayBeAbout: (name) => name !== undefined && (names.has(name) || !known.has(name)),
    mayHold: scenarios.some(({ when }) => when),
  };
};

const find = async (process: Context, query: FaultQuery, scenarios: EndpointScenarios): Promise<FoundFault> => {
  const order = query.order ?? (await orderOf(process, query));
  return { order, ...(await faultOf(process, query, scenarios, order)) };
};

const faultOf = async (
  process: Context,
  query: FaultQuery,
  { mayBeAbout, mayHold }: EndpointScenarios,
  order: Order | undefined,
): Promise<Omit<FoundFault, 'order'> | undefined> => {
  const follows = order ? order.follows : await placeFor(process, query);
  const merchant = withFollowed(query.merchant, follows);
  const requested = scenarioIn(query.read('jsonParams')) ?? order?.params['scenario'];
  const isNamed = mayBeAbout(requested) || mayBeAbout(merchant.scenario);
  const taken = order ? undefined : follows;
  if (!isNamed && !mayHold && merchant.ownScenario === undefined) return { follows: taken };

  const facts = order ? orderFacts(order) : factsIn(process, query, merchant);
  const count = countInStore(process, merchant.login, isAboutOrder(query) ? (order?.id ?? '') : '');
  const asked = { merchant, facts, requested: [requested], count };
  const found = await nextStep(process, 'gateway', asked, ({ on }) => on === query.on);
  if (!found) return { follows: taken };
  const context = process.forMerchant(query.merchant);
  const fault = withChosenDelay(context, found.step.fault);
  const about = { merchant: merchant.login, ...(order && { orderId: order.id, orderNumber: order.orderNumber }) };
  const sentence = describeFault(faults, fault);
  const words = `${query.on}: the gateway ${sentence} (scenario ${found.scenario})`;
  context.log.step('info', { ...about, explanation: found.explanation }, words);
  return { follows: taken, fault, inWords: { scenario: found.scenario, step: found.index, sentence } };
};

/**
 * Takes a place among the merchant's next orders for a call that registers an order, if their scenario is about this call;
 * otherwise the order takes it when it is registered.
 */
const placeFor = async (process: Context, query: FaultQuery): Promise<FollowedScenario | undefined> => {
  const { merchant, on, scenarioParameters: names } = query;
  const { nextOrders } = merchant;
  if (!nextOrders || isAboutOrder(query) || !names.includes('orderNumber')) return undefined;
  const followed = withFollowed(merchant, nextOrders);
  const scenario = await merchantScenario(followed, await process.scenariosWith(followed.scenario));
  if (!scenario?.gateway.some((step) => step.on === on)) return undefined;
  return takePlace(process.store, merchant, query.read('orderNumber'));
};

/**
 * Whether a call or page is about an order that it finds. One that registers an order counts for the merchant, also when a shop
 * sends it again and its order is there already.
 */
const isAboutOrder = ({ order, scenarioParameters }: FaultQuery): boolean =>
  order !== undefined || scenarioParameters.some((name) => callOrderNames.includes(name));

/** The ids of the merchant choose, so that a seed repeats the time. */
const withChosenDelay = ({ ids, clock }: Context, fault: Fault): Fault => {
  const { delay } = fault;
  if (!delay || delay.fromMs === delay.toMs) return fault;
  const share = seededBytes(ids.uuid(clock.now())).readUInt32BE(0) / 2 ** 32;
  const ms = Math.round(delay.fromMs + share * (delay.toMs - delay.fromMs));
  return { ...fault, delay: { fromMs: ms, toMs: ms } };
};

const orderOf = async ({ store }: Context, { merchant, read }: FaultQuery): Promise<Order | undefined> => {
  for (const name of callOrderNames) {
    const id = read(name);
    if (id === undefined) continue;
    const order = await store.orders.find(id);
    return order?.merchant === merchant.login ? order : undefined;
  }
  const orderNumber = read('orderNumber');
  return orderNumber === undefined ? undefined : store.orders.findByNumber(merchant.login, orderNumber);
};

/** The scenario in the call's own `jsonParams`; broken JSON is refused elsewhere. */
const scenarioIn = (jsonParams: string | undefined): string | undefined => {
  const scenario = jsonParams?.includes('scenario') ? jsonObjectIn(jsonParams)?.['scenario'] : undefined;
  return typeof scenario === 'string' || typeof scenario === 'number' ? String(scenario) : undefined;
};

/** The facts about the order that a call is going to make. */
const factsIn = ({ bank }: Context, { read }: FaultQuery, { login }: Merchant): PaymentFacts => ({
  amountMinor: Number(read('amount') ?? 0),
  currency: read('currency') ?? bank.currency,
  orderNumber: read('orderNumber') ?? '',
  merchant: login,
  clientId: read('clientId'),
  email: read('email'),
  description: read('description'),
  language: read('language') ?? bank.defaultLanguage,
  attempt: 1,
  pan: '',
});
