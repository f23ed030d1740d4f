import {
  CallbackForged,
  type CallbackReceiver,
  checkCallback,
  GatewayClient,
  Payer,
  type PayerOptions,
  startCallbackReceiver,
} from '../../../client/index.ts';
import { createClock } from '../../runtime/clock.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../simulator.ts';
import { type Heard, heardInWords } from './heard.ts';

/** Key of the callbacks' checksums. */
const callbackToken = 'demo-callback-token';

/** What every order of the demo says. */
export const order = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' } as const;

/** How far the clock is moved for a payer who has left: past every order's time. */
export const afterExpiryMs = 1_201_000;

/** Where the demo plays: a gateway, a shop's client, a customer, and the shop's ear for callbacks. */
export interface Stage {
  readonly simulator: Simulator;
  readonly client: GatewayClient;
  readonly payer: Pick<Payer, 'pay'>;
  /** What the shop was told of an order so far; each checked. */
  readonly heardOf: (orderId: string) => readonly Heard[];
  /** The same in words, such as `deposited=1`, when nothing more is on its way. */
  readonly callbacksOf: (orderId: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** A plain card: what happens is decided by the scenario, else it is approved. */
export const plainCard: PayerOptions = {
  card: { pan: '4444555511113333', expiry: '12/34', cvc: '123', holder: 'TEST CARDHOLDER' },
};

/** Builds the stage with the scenarios of a folder, or with these. */
export const setStage = async (scenarios: string | readonly Scenario[]): Promise<Stage> => {
  const receiver = await startCallbackReceiver();
  const simulator = await startSimulator({
    clock: createClock(),
    scenarios,
    callbacks: { url: receiver.url, token: callbackToken },
    logLevel: 'error',
  });
  const { login: userName, password } = documentedLogin;
  return {
    simulator,
    client: new GatewayClient({ baseUrl: simulator.restUrl, userName, password, language: 'en' }),
    payer: new Payer(),
    heardOf: (orderId) => heardOf(receiver, orderId),
    callbacksOf: async (orderId) => {
      await simulator.settled();
      return heardOf(receiver, orderId).map(heardInWords);
    },
    stop: async () => {
      await simulator.stop();
      await receiver.stop();
    },
  };
};

const heardOf = ({ received }: CallbackReceiver, orderId: string): readonly Heard[] =>
  received
    .filter(({ parameters }) => parameters.get('mdOrder') === orderId)
    .map(({ parameters }) => ({ fields: Object.fromEntries(parameters), isGenuine: isGenuine(parameters) }));

const isGenuine = (parameters: URLSearchParams): boolean => {
  try {
    checkCallback(parameters, { token: callbackToken });
    return true;
  } catch (error) {
    if (error instanceof CallbackForged) return false;
    throw error;
  }
};
