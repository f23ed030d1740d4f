import { randomUUID } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { type AskGateway, askOverHttp } from '../../../../contracts/drift/ask-gateway.ts';
import type { GivenOptions } from '../../../../contracts/drift/options.ts';
import { findDrift } from '../../../../contracts/drift/run.ts';
import type { Environment } from '../../../../contracts/verify/options.ts';
import type { Bank } from '../../../../simulator/banks/bank.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../../../simulator/simulator.ts';
import { takeTurns } from '../../ava/take-turns.ts';

/** What the command says, its exit code, and how long it waited between calls. */
export interface Drifted {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly waits: readonly number[];
}

/** What happens beyond the command. */
interface World {
  /** Over HTTP by default. */
  readonly ask?: AskGateway;
  /** Happens while the command waits between calls; it has printed this so far. */
  readonly meanwhile?: (out: string) => Promise<unknown>;
}

/** Runs `tillbox drift` with these options; nothing waits. */
export const runDrift = async (
  options: GivenOptions,
  environment: Environment = {},
  { ask = askOverHttp, meanwhile }: World = {},
): Promise<Drifted> => {
  let [out, err] = ['', ''];
  const waits: number[] = [];
  const code = await findDrift(
    options,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    environment,
    {
      ask,
      newId: randomUUID,
      today: () => '2026-11-30',
      sleep: async (ms) => {
        waits.push(ms);
        await meanwhile?.(out);
      },
    },
  );
  return { code, out, err, waits };
};

/** A gateway that plays the test host of a bank, and the options that lead there. */
export const playBank = async (
  t: ExecutionContext,
  bank: Bank,
): Promise<{ readonly simulator: Simulator; readonly options: GivenOptions; readonly environment: Environment }> => {
  await takeTurns(t);
  const simulator = await startSimulator({ bank, logLevel: 'error', journalSize: 1000 });
  t.teardown(() => simulator.stop());
  const options = { gateway: simulator.restUrl, login: documentedLogin.login, allowHost: ['127.0.0.1'] };
  return { simulator, options, environment: { TILLBOX_GATEWAY_PASSWORD: documentedLogin.password } };
};
