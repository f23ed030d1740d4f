import { createRequire } from 'node:module';
import { bereke } from '../../simulator/banks/bereke.ts';
import { type Report, reportOf } from '../pact/report.ts';
import { freshSimulator, type GatewayOptions } from './simulated-gateway.ts';

/** The part of Pact's core that is needed here; it comes with Pact itself. */
interface Core {
  readonly default: { readonly verifyPacts: (options: object) => Promise<string> };
}

const core = createRequire(createRequire(import.meta.url).resolve('@pact-foundation/pact'))(
  '@pact-foundation/pact-core',
) as Core;

/**
 * Verifies a pact file as a verifier in any language does that knows nothing but addresses: one simulator for all
 * interactions, brought into its states by POST /sandbox/provider-states.
 */
export const verifyOverHttp = async (
  pactFile: string,
  { bank = bereke, startMs }: Pick<GatewayOptions, 'bank' | 'startMs'> = {},
): Promise<Report> => {
  const simulator = await freshSimulator(bank, startMs);
  try {
    const verified = core.default.verifyPacts({
      provider: 'gateway',
      providerBaseUrl: simulator.url,
      pactUrls: [pactFile],
      providerStatesSetupUrl: `${simulator.controlUrl}/provider-states`,
      providerStatesSetupBody: true,
      providerStatesSetupTeardown: true,
      logLevel: 'error',
    });
    return await reportOf(verified);
  } finally {
    await simulator.stop();
  }
};
