import type { Context } from '../../context.ts';
import type { Fault } from '../../domain/fault.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/order.ts';
import { seededBytes } from '../../issuer/seeded-numbers.ts';
import { orderNames } from '../../scenario-engine/choice/asking-parameters.ts';
import { chooseScenario } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { orderFacts } from '../orders/order-facts.ts';
import { takeStep } from './next-step.ts';

/** A call of a merchant, or a page about one of its orders, that may go wrong. */
export interface FaultQuery {
  /** Its name in scenario files: `register`, `google/payment`, `page`. */
  readonly on: string;
  readonly merchant: Merchant;
  /** The order that it is about, if it was found already. */
  readonly order?: Order | undefined;
  /** Which of the parameters that ask for a scenario it can have. */
  readonly asking: readonly string[];
  readonly read: (parameter: string) => string | undefined;
}

/** The fault, if there is one, and the order that was looked up on the way. */
export interface FoundFault {
  readonly fault?: Fault | undefined;
  readonly order?: Order | undefined;
}

/** Finds what goes wrong with a call. Undefined at once if no loaded scenario is about it. */
export type FindFault = (query: FaultQuery) => Promise<FoundFault | undefined> | undefined;

/**
 * Finds what goes wrong with a call: the order's scenario, else the merchant's, else the first file that holds and
 * speaks of the gateway. How often it happened is counted in the store.
 */
export const faultFinder = (process: Context): FindFault => {
  const known = faultyFiles(process);
  return (asked) => {
    const files = known();
    return files instanceof Promise ? files.then((read) => look(process, read, asked)) : look(process, files, asked);
  };
};

/** The scenario files that speak of an endpoint. */
interface Speaking {
  readonly names: ReadonlySet<string>;
  /** One of them holds without being asked for. */
  readonly mayHold: boolean;
}

type Files = ReadonlyMap<string, Speaking>;

const silence: Speaking = { names: new Set(), mayHold: false };

/** A scenario that a merchant was given as a whole is in no file. */
const look = (process: Context, files: Files, asked: FaultQuery): Promise<FoundFault> | undefined => {
  const speaking = files.get(asked.on);
  const mayBe = speaking ? mayDecide(speaking, asked.merchant, asked) : asked.merchant.ownScenario !== undefined;
  return mayBe ? find(process, asked, speaking ?? silence) : undefined;
};

/** Whether anybody can ask for one of these files: a call that names no order, as most of register.do, need not wait to know. */
const mayDecide = (
  { names, mayHold }: Speaking,
  { scenario = '', ownScenario }: Merchant,
  { asking, read }: FaultQuery,
): boolean =>
  mayHold || ownScenario !== undefined || names.has(scenario) || asking.some((name) => read(name) !== undefined);

/** By endpoint; known at once when the scenarios have been read. */
const faultyFiles = ({ scenarios, knownScenarios }: Context): (() => Files | Promise<Files>) => {
  let read: readonly Scenario[] | undefined;
  let files: Files = new Map();
  const filesIn = (all: readonly Scenario[]): Files => {
    // Files that change make another list.
    if (all !== read) files = byEndpoint(all);
    read = all;
    return files;
  };
  return () => {
    const known = knownScenarios();
    return known ? filesIn(known.all) : scenarios().then(filesIn);
  };
};

const byEndpoint = (all: readonly Scenario[]): Files => {
  const endpoints = new Set(all.flatMap(({ gateway }) => gateway.map(({ on }) => on)));
  return new Map([...endpoints].map((on) => [on, speakingOf(on, all)]));
};

const speakingOf = (on: string, all: readonly Scenario[]): Speaking => {
  const speaking = all.filter(({ gateway }) => gateway.some((step) => step.on === on));
  return { names: new Set(speaking.map(({ name }) => name)), mayHold: speaking.some(({ when }) => when) };
};

const find = async (process: Context, asked: FaultQuery, files: Speaking): Promise<FoundFault> => {
  const order = asked.order ?? (await orderOf(process, asked));
  return { order, fault: await faultOf(process, asked, files, order) };
};

const faultOf = async (
  process: Context,
  asked: FaultQuery,
  { names, mayHold }: Speaking,
  order: Order | undefined,
): Promise<Fault | undefined> => {
  const { merchant } = asked;
  const requested = scenarioIn(asked.read('jsonParams')) ?? order?.params['scenario'];
  const isNamed = names.has(requested ?? '') || names.has(merchant.scenario ?? '');
  if (!isNamed && !mayHold && merchant.ownScenario === undefined) return undefined;

  const scenarios = await process.scenarios();
  const ofMerchant = await merchantScenario(merchant, scenarios);
  const facts = order ? orderFacts(order) : factsIn(process, asked, merchant);
  const { scenario, explanation } = chooseScenario(
    facts,
    { requested, merchantScenario: ofMerchant, scenarios },
    'gateway',
  );
  if (!scenario) return undefined;
  const { name, gateway } = scenario;
  const steps = { merchant: merchant.login, scenario: name, subject: order?.id ?? '', steps: gateway };
  const step = await takeStep(process, steps, ({ on }) => on === asked.on);
  if (!step) return undefined;
  const context = process.forMerchant(merchant);
  context.log.info({ orderId: order?.id, explanation }, `gateway fault: ${step.sentence}`);
  return withChosenDelay(context, step.fault);
};

/** The ids of the merchant choose, so that a seed repeats the time. */
const withChosenDelay = ({ ids, clock }: Context, fault: Fault): Fault => {
  const { delay } = fault;
  if (!delay || delay.fromMs === delay.toMs) return fault;
  const share = seededBytes(ids.uuid(clock.now())).readUInt32BE(0) / 2 ** 32;
  const ms = Math.round(delay.fromMs + share * (delay.toMs - delay.fromMs));
  return { ...fault, delay: { fromMs: ms, toMs: ms } };
};

const orderOf = async ({ store }: Context, { merchant, read }: FaultQuery): Promise<Order | undefined> => {
  for (const name of orderNames) {
    const id = read(name);
    if (id === undefined) continue;
    const order = await store.orders.find(id);
    return order?.merchant === merchant.login ? order : undefined;
  }
  const orderNumber = read('orderNumber');
  return orderNumber === undefined ? undefined : store.orders.findByNumber(merchant.login, orderNumber);
};

/** The scenario that a call's own `jsonParams` ask for; what is no JSON is refused elsewhere. */
const scenarioIn = (jsonParams: string | undefined): string | undefined => {
  if (!jsonParams?.includes('scenario')) return undefined;
  try {
    const scenario = (JSON.parse(jsonParams) as { readonly scenario?: unknown } | null)?.scenario;
    return typeof scenario === 'string' ? scenario : undefined;
  } catch {
    return undefined;
  }
};

/** What a call that has no order yet says of the one that it makes. */
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
