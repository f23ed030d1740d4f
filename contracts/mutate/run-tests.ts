import { runShopCommand, type ShopRun } from '../tested-shop/run-shop-command.ts';
import type { TestedGateway } from '../tested-shop/tested-gateway.ts';

/** A run of the tests with a gateway that is broken in one way. */
export interface TestRun {
  readonly run: ShopRun;
  /** Whether the break has changed a call or its answer. */
  readonly hasChanged: boolean;
  /** Of `each`: the breaks that would have. */
  readonly wouldChange: readonly string[];
}

/** Runs the tests as a merchant of their own, whose gateway has this break. */
export type RunTests = (breakId: string, limitMs?: number) => Promise<TestRun>;

/** `line`: the command of the tests. */
export const testRunner =
  (
    gateway: TestedGateway,
    line: readonly [program: string, ...args: string[]],
    signal: AbortSignal | undefined,
  ): RunTests =>
  async (breakId, limitMs) => {
    const merchant = await gateway.makeMerchant();
    await gateway.sandbox.breaks.set(merchant, breakId);
    const environment = gateway.environmentOf(merchant);
    const run = await runShopCommand({ line, environment, limitMs, output: 'kept', signal });
    const { changed = 0, wouldChange = [] } = (await gateway.sandbox.breaks.get(merchant)) ?? {};
    await gateway.sandbox.deleteMerchant(merchant);
    return { run: { ...run, output: withoutSecrets(run.output, environment) }, hasChanged: changed > 0, wouldChange };
  };

const withoutSecrets = (output: string, environment: Readonly<Record<string, string>>): string =>
  ['TILLBOX_PASSWORD', 'TILLBOX_TOKEN']
    .flatMap((name) => environment[name] ?? [])
    .reduce((text, secret) => text.replaceAll(secret, '***'), output);
