/**
 * Verifies a shop in any language with the callbacks of the gateway. Ends with 0 if it is accepted,
 * with 1 when not. SHOP_CALLBACK_URL, SHOP_CALLBACK_TOKEN, SHOP_STATES_URL; SHOP_PROOF and SHOP_METHOD say which callbacks
 * the shop has asked the bank for.
 */
import { type Interaction, statesOf, withOnly } from '../pact/pact-file.ts';
import { callbackPact } from '../pact/pacts.ts';
import { type StateChange, verifyCallbacks } from './verify-callbacks.ts';

const proofs: Readonly<Record<string, string>> = {
  hmac: 'the shop checks callbacks with its token',
  rsa: "the shop checks callbacks with the gateway's certificate",
  jwt: 'the shop checks callbacks as JSON Web Tokens',
};

const { SHOP_CALLBACK_URL, SHOP_STATES_URL, SHOP_CALLBACK_TOKEN = '', SHOP_PROOF = 'hmac', SHOP_METHOD } = process.env;

/** As the verifiers of other languages change a state: JSON in, JSON out. */
const changeBy = (statesUrl: string) => async (change: StateChange) => {
  const { action, state } = change;
  const headers = { 'content-type': 'application/json' };
  const answered = await fetch(statesUrl, { method: 'POST', headers, body: JSON.stringify(change) });
  const text = await answered.text();
  const isReached = action === 'setup' ? 'was not reached' : 'did not show that the callback was heard';
  if (!answered.ok) throw new Error(`"${state}" ${isReached}: HTTP ${answered.status} ${text.slice(0, 200)}`);
  return text.trim() === '' ? {} : JSON.parse(text);
};

const main = async (): Promise<boolean> => {
  if (!SHOP_CALLBACK_URL || !SHOP_STATES_URL) throw new Error('SHOP_CALLBACK_URL and SHOP_STATES_URL are needed');
  const proof = proofs[SHOP_PROOF];
  if (proof === undefined) throw new Error(`SHOP_PROOF=${SHOP_PROOF}: expected hmac, rsa or jwt`);
  if (SHOP_PROOF !== 'rsa' && SHOP_CALLBACK_TOKEN === '') throw new Error('SHOP_CALLBACK_TOKEN is needed');
  const isMeant = (interaction: Interaction) =>
    statesOf(interaction).some(({ name }) => name === proof) &&
    (SHOP_METHOD === undefined || proof === proofs['jwt'] || interaction.request?.method === SHOP_METHOD);
  const shop = { callbackUrl: SHOP_CALLBACK_URL, token: SHOP_CALLBACK_TOKEN, change: changeBy(SHOP_STATES_URL) };
  return withOnly([callbackPact], isMeant, async ([file = '']) => {
    console.log(
      'Each callback comes twice: first forged, where a refusal is right whatever the list says, then genuine.',
    );
    const { accepted, mismatches } = await verifyCallbacks(shop, file);
    for (const { interaction, path: where, says } of mismatches) console.log(`${interaction}: ${where}: ${says}`);
    console.log(accepted ? 'The shop is accepted.' : 'The shop is not accepted.');
    return accepted;
  });
};

// The core of Pact would report each run to its makers.
process.env['PACT_DO_NOT_TRACK'] = 'true';

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
