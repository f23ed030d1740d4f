import { GatewayUnreachable, SandboxClient } from '../../client/index.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { buyBy } from './buy.ts';
import type { CaseResult } from './case-result.ts';
import { shopCases } from './cases/all.ts';
import type { ShopCase } from './cases/shop-case.ts';
import { holdCallbacks } from './held-gateway.ts';
import type { CheckOptions } from './order-check.ts';
import { decisive, type OnResult, runCases } from './run-cases.ts';
import type { CallbackAddress } from './send-to-shop.ts';
import { createTrial } from './trial.ts';
import { unlessAborted } from './unless-aborted.ts';

/** Starts a gateway at this port of this machine; its stop. */
export type StartGateway = (port: number) => Promise<{ readonly stop: () => Promise<void> }>;

export interface CheckedShop {
  readonly address: CallbackAddress;
  readonly check: CheckOptions;
  /** An address or a command. */
  readonly buy: string;
  readonly sandboxUrl: string;
  readonly controlToken?: string;
  readonly login: string;
  /** Of cases; all by default. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly waitMs: number;
  readonly slowMs: number;
  readonly startGateway: StartGateway;
  /** Takes a line about the gateway, before the first case. */
  readonly onGateway?: (line: string) => void;
  readonly onResult?: OnResult;
  /** Ends the run. */
  readonly signal?: AbortSignal;
}

/**
 * Tries the cases with a shop whose gateway is tillbox: the one that runs there, or one for this run. In the end, also after
 * the signal, its merchant has the settings and the scenario from before. @throws the reason of the signal
 */
export const verifyByCheck = async (shop: CheckedShop): Promise<readonly CaseResult[]> => {
  const { sandboxUrl, controlToken, login, onGateway = () => {}, onResult, signal } = shop;
  const sandbox = new SandboxClient({ url: sandboxUrl, ...(controlToken && { token: controlToken }) });
  const own = await startUnlessRunning(sandbox, shop);
  try {
    const gateway = await holdCallbacks(sandbox, login, shop.address);
    onGateway(`gateway ${gateway.restUrl}, login ${login}${own ? ', started for this run' : ''}`);
    try {
      const trial = createTrial({ ...shop, gateway, buy: buyBy(shop.buy, shop.waitMs) });
      return await unlessAborted(signal, () =>
        runCases(chosenCases(shop), trial, { witness: shopCases.find(({ id }) => id === decisive), onResult }),
      );
    } finally {
      await gateway.restore();
    }
  } finally {
    await own?.stop();
  }
};

/** The cases of a run, in their order. */
export const chosenCases = ({ only, skip }: Pick<CheckedShop, 'only' | 'skip'>): readonly ShopCase[] =>
  shopCases.filter(({ id }) => (only?.includes(id) ?? true) && !skip?.includes(id));

const startUnlessRunning = async (sandbox: SandboxClient, { sandboxUrl, startGateway }: CheckedShop) => {
  try {
    await sandbox.health();
    return undefined;
  } catch (error) {
    if (!(error instanceof GatewayUnreachable)) throw error;
  }
  const { hostname, port, protocol } = new URL(sandboxUrl);
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) || protocol !== 'http:')
    throw new CannotTry(`--sandbox: no tillbox answers at ${sandboxUrl}`);
  return startGateway(Number(port || 80));
};
