import { bereke } from '../../simulator/banks/bereke.ts';
import { type Report, reportOf } from '../pact/report.ts';
import { runCoreHere } from '../verify/core/pact-core.ts';
import { type GatewayOptions, simulatorOf } from './simulated-gateway.ts';

/**
 * Verifies a pact file as a verifier in any language does that knows nothing but addresses: one simulator for all
 * interactions, brought into its states by POST /sandbox/provider-states.
 */
export const verifyOverHttp = async (
  pactFile: string,
  { bank = bereke, startMs }: Pick<GatewayOptions, 'bank' | 'startMs'> = {},
): Promise<Report> => {
  const simulator = await simulatorOf(bank, startMs);
  try {
    const verified = runCoreHere({
      providerBaseUrl: simulator.url,
      pactUrls: [pactFile],
      providerStatesSetupUrl: `${simulator.controlUrl}/provider-states`,
    });
    return await reportOf(verified);
  } finally {
    await simulator.stop();
  }
};
