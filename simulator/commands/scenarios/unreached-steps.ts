import type { Order } from '../../domain/orders/order.ts';
import type { OrderView } from '../../inspection/orders/show-order.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';

/** What is left of a rehearsal. */
export interface Remains {
  /** As it is in the store. */
  readonly order: Order;
  readonly view: OrderView;
  /** The indexes of the gateway steps that happened. */
  readonly faults: ReadonlySet<number>;
}

/** The steps of a scenario that did not happen although nothing refused them, a line each with the reason. */
export const unreachedSteps = (scenario: Scenario, remains: Remains): readonly string[] => [
  ...unreachedAttempts(scenario, remains),
  ...scenario.gateway
    .filter((_, index) => !remains.faults.has(index))
    .map(({ on, sentence }) => `gateway: ${sentence}: no call of ${on} was left for it`),
  ...scenario.callbacks
    .filter(({ sentence }) => !remains.view.callbacks.some(({ fault }) => fault?.sentence === sentence))
    .map(({ on, sentence }) => `callbacks: ${sentence}: no callback ${on === 'any' ? '' : `${on} `}was left for it`),
  ...unreachedActs(scenario, remains),
];

const unreachedAttempts = ({ attempts }: Scenario, { order }: Remains): readonly string[] => {
  const made = order.attempts.length;
  const because = order.actionCode === 0 ? `the order was paid with attempt ${made}` : 'the payer did not try so often';
  return attempts
    .slice(made)
    .map(
      ({ sentence }, index) => `attempts: the bank ${sentence}: attempt ${made + index + 1} was not made, ${because}`,
    );
};

const unreachedActs = ({ later }: Scenario, { order }: Remains): readonly string[] =>
  later
    .filter((_, step) => !order.acts?.some((act) => act.step === step && act.isOver))
    .map(({ sentence }) => `later: the bank ${sentence}: this moment has not come`);
