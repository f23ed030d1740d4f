import { MatchersV3, PactV3, PactV4, SpecificationVersion } from '@pact-foundation/pact';
import { GatewayClient } from '../../client/index.ts';
import type { CallbackSettings } from '../../simulator/index.ts';
import { createClock } from '../../simulator/runtime/clock.ts';
import { documentedLogin, type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { partFolder } from '../pact/pacts.ts';
import type { Given, StateMap } from './agree.ts';

/** A gateway that sends callbacks, and the shop's client. */
export interface CallingGateway {
  readonly simulator: Simulator;
  readonly client: GatewayClient;
}

/** An event at the gateway, and the one callback that it causes. */
export interface CallbackAgreement {
  readonly given: readonly Given[];
  /** Continues "the gateway tells ...". */
  readonly gatewayTells: string;
  /** The shop's settings; only this operation is reported. */
  readonly settings: Partial<CallbackSettings> & { readonly operations: CallbackSettings['operations'] };
  readonly happens: (gateway: CallingGateway) => Promise<unknown>;
}

/** The shared key of the examples: base64, as some banks require it. */
const exampleToken = 'c2hvcC10b2tlbg==';

const optionsOf = () => ({ consumer: 'gateway', provider: 'shop', dir: partFolder() });
const address = '/callback';

/** Records a callback with parameters: in the query, or with POST in a form. */
export const agreeOnCallback = async (
  agreement: CallbackAgreement,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const method = agreement.settings.method ?? 'GET';
  const spec = SpecificationVersion.SPECIFICATION_VERSION_V4;
  const pact = new PactV3({ ...optionsOf(), spec, logLevel: 'error' });
  for (const [sentence, parameters] of agreement.given) pact.given(sentence, parameters as StateMap);
  pact
    .uponReceiving(`the gateway tells ${agreement.gatewayTells}`)
    .withRequest({
      method,
      path: address,
      ...(method === 'GET'
        ? { query: fields as Record<string, MatchersV3.Matcher<string>> }
        : { contentType: 'application/x-www-form-urlencoded', body: fields }),
    })
    .willRespondWith({ status: 200 });
  await pact.executeTest(({ url }) => live(agreement, url));
};

/** Records a callback whose whole body is a JSON Web Token. Only PactV4 matches a bare text by a pattern. */
export const agreeOnTokenCallback = async (
  agreement: CallbackAgreement,
  { pattern, sample }: { pattern: string; sample: string },
) => {
  const interaction = new PactV4({ ...optionsOf(), logLevel: 'error' }).addInteraction();
  for (const [sentence, parameters] of agreement.given) interaction.given(sentence, parameters as StateMap);
  await interaction
    .uponReceiving(`the gateway tells ${agreement.gatewayTells}`)
    .withRequest('POST', address, (request) => {
      request.body('text/plain', Buffer.from(sample));
      request.matchingRules({ body: [{ path: '$', rules: [MatchersV3.regex(pattern, sample)] }] });
    })
    .willRespondWith(200)
    .executeTest(({ url }) => live(agreement, url));
};

/** The simulator as it is shipped, with a shop at this address and a clock that only `happens` moves. */
const live = async ({ settings, happens }: CallbackAgreement, shopUrl: string): Promise<void> => {
  const simulator = await startSimulator({
    clock: createClock({ startMs: Date.UTC(2026, 0, 1, 8) }),
    callbacks: { token: exampleToken, ...settings, url: `${shopUrl}${address}` },
    logLevel: 'error',
  });
  try {
    const { login: userName, password } = documentedLogin;
    await happens({ simulator, client: new GatewayClient({ baseUrl: simulator.restUrl, userName, password }) });
    await simulator.settled();
  } finally {
    await simulator.stop();
  }
};
