import {
  CallbackForged,
  type CallbackReceiver,
  checkCallback,
  GatewayClient,
  Payer,
  type PayerOptions,
  startCallbackReceiver,
} from '../../../client/index.ts';
import type { Bank } from '../../banks/bank.ts';
import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import { createClock } from '../../runtime/clock.ts';
import { plainPan } from '../../scenario-engine/definition/rehearsed-order.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../simulator.ts';
import { callbackInWords, type ShopCallback } from './shop-events.ts';

const callbackToken = 'demo-callback-token';

/** Past the expiry of every order. */
export const afterExpiryMs = 1_201_000;

/** A gateway, a shop's client, a customer, and the shop's receiver of callbacks. */
export interface Stage {
  readonly simulator: Simulator;
  readonly client: GatewayClient;
  readonly payer: Pick<Payer, 'pay'>;
  /** The callbacks of an order so far, with their checksums checked. */
  readonly receivedFor: (orderId: string) => readonly ShopCallback[];
  /** Waits for all callbacks; returns them in words, such as `deposited=1`. */
  readonly callbacksOf: (orderId: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** The acts of a shop around a payment, and their result. */
export interface Story {
  readonly name: string;
  /** `orderStatus` and what is captured and refunded in the end, in minor units. */
  readonly ends: readonly [orderStatus: number, depositedMinor: number, refundedMinor: number];
  /** The callbacks of that order, as the table has them. */
  readonly callbacks: string;
  /** Plays it; resolves with the id of the order that it ends with. */
  readonly play: (stage: Stage) => Promise<string>;
}

export const plainCard = {
  card: { pan: plainPan, expiry: '12/34', cvc: '123', holder: 'TEST CARDHOLDER' },
} satisfies PayerOptions;

/** Builds the stage with these scenarios. */
export const setStage = async (scenarios: readonly Scenario[], bank?: Bank): Promise<Stage> => {
  const receiver = await startCallbackReceiver();
  const simulator = await startSimulator({
    clock: createClock(),
    scenarios,
    ...(bank && { bank }),
    callbacks: { url: receiver.url, token: callbackToken, parameters: Object.keys(callbackParameterOperations) },
    journalSize: 1_000,
    logLevel: 'error',
  });
  const { login: userName, password } = documentedLogin;
  return {
    simulator,
    client: new GatewayClient({ baseUrl: simulator.restUrl, userName, password, language: 'en' }),
    payer: new Payer(),
    receivedFor: (orderId) => receivedFor(receiver, orderId),
    callbacksOf: async (orderId) => {
      await simulator.settled();
      return receivedFor(receiver, orderId).map(callbackInWords);
    },
    stop: async () => {
      await simulator.stop();
      await receiver.stop();
    },
  };
};

const receivedFor = ({ received }: CallbackReceiver, orderId: string): readonly ShopCallback[] =>
  received
    .filter(({ parameters }) => parameters.get('mdOrder') === orderId)
    .map(({ parameters }) => ({ fields: Object.fromEntries(parameters), isGenuine: isGenuine(parameters) }));

/** Whether the checksum of a callback is correct. */
export const isGenuine = (parameters: URLSearchParams): boolean => {
  try {
    checkCallback(parameters, { token: callbackToken });
    return true;
  } catch (error) {
    if (error instanceof CallbackForged) return false;
    throw error;
  }
};
