import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import type { Reply } from '../../simulator/breaks/break.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { bankForShop } from '../verify/bank-for-shop.ts';
import { freshSimulator, targetIn } from '../verify/fresh-simulator.ts';
import { readReply, startProxy, type Way } from './proxy.ts';
import type { GatewayUnderTest } from './verify.ts';

export interface SimulatedGateway extends GatewayUnderTest {
  /** The answers to the interactions so far, as they were written. */
  readonly replies: () => readonly Reply[];
  readonly stop: () => Promise<void>;
}

/** Where the simulator stands, and what a gateway with a fault does differently. */
export interface GatewayOptions {
  readonly bank?: Bank;
  /** The time at which the clock stands still; `usualStartMs` by default. */
  readonly startMs?: number;
  /** What happens to requests and answers between the verifier and the simulator. */
  readonly way?: Way;
  /** Called before each interaction: the way forgets earlier ones. */
  readonly forget?: () => void;
  /** The states are reached on this way, too. */
  readonly statesOnWay?: true;
}

/** The simulator as it is shipped, behind an address that stays while it is replaced by a fresh one for each interaction. */
export const startSimulatedGateway = async (options: GatewayOptions = {}): Promise<SimulatedGateway> => {
  const { bank = bereke, startMs, way = {}, forget, statesOnWay } = options;
  const fresh = () => simulatorOf(bank, startMs);
  let simulator = await fresh();
  const replies: Reply[] = [];
  const proxy = await startProxy(() => simulator.url, {
    ...way,
    change: (reply, request) => {
      const changed = way.change?.(reply, request) ?? reply;
      replies.push(changed);
      return changed;
    },
  });
  const onWay = statesOnWay && (await startProxy(() => simulator.url, way));
  return {
    url: proxy.url,
    target: () => targetIn(simulator, { way: onWay?.url }),
    answers: () => replies.map(readReply),
    replies: () => replies,
    startAfresh: async () => {
      forget?.();
      await simulator.stop();
      simulator = await fresh();
    },
    stop: async () => {
      await proxy.stop();
      if (onWay) await onWay.stop();
      await simulator.stop();
    },
  };
};

/** 1 January 2026, 08:00 UTC. */
const usualStartMs = Date.UTC(2026, 0, 1, 8);

/** As it is in the contract of tillbox. Its clock stands still. */
export const simulatorOf = (bank: Bank, startMs = usualStartMs): Promise<Simulator> =>
  freshSimulator(bankForShop(bank), startMs);
