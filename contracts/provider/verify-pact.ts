/**
 * Verifies pact files, the shop's own contract by default, against a simulator of its own or, with GATEWAY_URL, against
 * a gateway elsewhere. Ends with 0 when it is accepted, with 1 when not.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { providerStates } from '../../simulator/provider-states/all.ts';
import { type AskedState, type Interaction, statesOf, withOnly } from './pact-file.ts';
import { startSimulatedGateway } from './simulated-gateway.ts';
import { type GatewayUnderTest, verify } from './verify.ts';

const gatewayElsewhere = (baseUrl: string): GatewayUnderTest => {
  const { origin, pathname } = new URL(baseUrl);
  if (!/^\/payment\/rest\/?$/.test(pathname)) throw new Error(`GATEWAY_URL=${baseUrl}: expected .../payment/rest/`);
  const { GATEWAY_USER: userName, GATEWAY_PASSWORD: password } = process.env;
  if (!userName || !password) throw new Error('GATEWAY_URL needs GATEWAY_USER and GATEWAY_PASSWORD');
  const ground = () => ({ login: { userName, password }, baseUrl, newId: randomUUID });
  return { url: origin, ground, startAfresh: async () => {} };
};

/** Whether a state needs nothing but the merchant API: no payment, no waiting, no id of one's own choice. */
const isPlainState = ({ name, params }: AskedState): boolean =>
  (providerStates[name]?.isPlain ?? false) && params?.['orderId'] === undefined;

const main = async (files: readonly string[]): Promise<boolean> => {
  const { GATEWAY_URL } = process.env;
  if (GATEWAY_URL) {
    const isPlain = (interaction: Interaction) => statesOf(interaction).every(isPlainState);
    const verifyPlain = (copies: readonly string[]) => verify(gatewayElsewhere(GATEWAY_URL), copies);
    return (await withOnly(files, isPlain, verifyPlain)).accepted;
  }
  const gateway = await startSimulatedGateway();
  try {
    return (await verify(gateway, files)).accepted;
  } finally {
    await gateway.stop();
  }
};

// The core of Pact would report each run to its makers.
process.env['PACT_DO_NOT_TRACK'] = 'true';

const files = process.argv.slice(2);
const ownPact = path.join(import.meta.dirname, '..', 'pacts', 'shop-gateway.json');
try {
  process.exitCode = (await main(files.length > 0 ? files : [ownPact])) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
