import { randomUUID } from 'node:crypto';
import { providerStates } from '../../simulator/provider-states/all.ts';
import { type AskedState, type Interaction, statesOf, withOnly } from '../pact/pact-file.ts';
import { shopPact } from '../pact/pacts.ts';
import type { Report } from '../pact/report.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { type GatewayUnderTest, verify } from './verify.ts';

const gatewayElsewhere = (baseUrl: string): GatewayUnderTest => {
  const { origin, pathname } = new URL(baseUrl);
  if (!/^\/payment\/rest\/?$/.test(pathname)) throw new Error(`GATEWAY_URL=${baseUrl}: expected .../payment/rest/`);
  const { GATEWAY_USER: userName, GATEWAY_PASSWORD: password } = process.env;
  if (!userName || !password) throw new Error('GATEWAY_URL needs GATEWAY_USER and GATEWAY_PASSWORD');
  const target = () => ({ login: { userName, password }, baseUrl, newId: randomUUID, now: Date.now });
  return { url: origin, target, startAfresh: async () => {} };
};

/** Whether a state needs only the merchant API: no payment, no waiting, no chosen id. */
const isPlainState = ({ name, params }: AskedState): boolean =>
  (providerStates[name]?.isPlain ?? false) && params?.['orderId'] === undefined;

/**
 * Verifies pact files, the shop's own contract by default, against a simulator of its own or, with GATEWAY_URL, against
 * a gateway elsewhere. Resolves with 0 if the gateway is accepted.
 */
export const verifyPacts = async (given: readonly string[]): Promise<0 | 1> => {
  // The core of Pact would report each run to its makers.
  process.env['PACT_DO_NOT_TRACK'] = 'true';
  try {
    const { accepted, mismatches } = await verifyFiles(given.length > 0 ? given : [shopPact]);
    // The verifier prints the others itself.
    for (const { interaction, says } of mismatches.filter(({ path }) => path === 'state' || path === 'body'))
      console.error(`${interaction}: ${says}`);
    return accepted ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
};

const verifyFiles = async (files: readonly string[]): Promise<Report> => {
  const { GATEWAY_URL } = process.env;
  if (GATEWAY_URL) {
    const isPlain = (interaction: Interaction) => statesOf(interaction).every(isPlainState);
    return withOnly(files, isPlain, (copies) => verify(gatewayElsewhere(GATEWAY_URL), copies));
  }
  const gateway = await startSimulatedGateway();
  return verify(gateway, files).finally(gateway.stop);
};
