import { Verifier, type VerifierOptions } from '@pact-foundation/pact';
import { readPact, statesOf } from '../pact/pact-file.ts';
import { type Mismatch, type Report, reportOf } from '../pact/report.ts';
import { signReplay } from './sign-replay.ts';

/** A change of a provider state, in the words of Pact's verifiers in all languages. */
export interface StateChange {
  readonly action: 'setup' | 'teardown';
  readonly state: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A shop to verify the callback contract with. */
export interface ShopUnderTest {
  /** Its address for callbacks. */
  readonly callbackUrl: string;
  readonly token: string;
  /** Brings the shop into a state; resolves with its values. A teardown rejects if the shop ignored the callback. */
  readonly change: (change: StateChange) => Promise<Readonly<Record<string, string>>>;
}

/**
 * Replays every callback twice: as the gateway sends it, which the shop must accept, and with the proof of another
 * callback, which it must refuse. Rejects when a state was not reached.
 */
export const verifyCallbacks = async (shop: ShopUnderTest, pactFile: string): Promise<Report> => {
  const forged = await replay(shop, pactFile, true);
  const genuine = await replay(shop, pactFile, false);
  const refused = new Set(forged.mismatches.map(({ interaction }) => interaction));
  const believed = forged.interactions.filter((interaction) => !refused.has(interaction));
  const mismatches = [
    ...genuine.mismatches,
    ...believed.map((interaction) => ({ interaction, path: 'forgery', says: 'a forged callback was accepted' })),
  ];
  return { ...genuine, accepted: mismatches.length === 0, mismatches };
};

const replay = async (shop: ShopUnderTest, pactFile: string, isForged: boolean): Promise<Report> => {
  const { interactions } = readPact(pactFile);
  const sentences = new Set(interactions.flatMap(statesOf).map(({ name }) => name));
  const { origin, pathname, search } = new URL(shop.callbackUrl);
  const troubles: unknown[] = [];
  const undone: Mismatch[] = [];
  let begun = 0;
  let values: Readonly<Record<string, string>> = {};
  const handlerOf = (state: string) => ({
    setup: async (params: StateChange['params'] = {}) => {
      const said = await shop.change({ action: 'setup', state, params }).catch((error) => void troubles.push(error));
      values = { ...values, ...said };
      return said ?? {};
    },
    teardown: async (params: StateChange['params'] = {}) => {
      await shop.change({ action: 'teardown', state, params }).catch((error) => {
        const interaction = interactions[begun - 1]?.description ?? '';
        undone.push({ interaction, path: 'afterwards', says: String(error.message) });
      });
      return {};
    },
  });
  const verifier = new Verifier({
    provider: 'shop',
    providerBaseUrl: origin,
    pactUrls: [pactFile],
    logLevel: 'error',
    requestFilter: signReplay({ address: () => pathname + search, token: shop.token, values: () => values, isForged }),
    beforeEach: async () => {
      begun += 1;
      values = {};
    },
    stateHandlers: Object.fromEntries([...sentences].map((state) => [state, handlerOf(state)])) as NonNullable<
      VerifierOptions['stateHandlers']
    >,
  });
  const report = await reportOf(verifier.verifyProvider(), troubles);
  return isForged ? report : { ...report, mismatches: [...report.mismatches, ...undone] };
};
