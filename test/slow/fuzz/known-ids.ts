import { makeWalletToken } from '../../../client/index.ts';
import type { Json, TestSimulator } from '../../helpers/simulator/simulator.ts';

/** Values that the gateway knows, by the names under which calls send them. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** Names under which calls send a value that states and answers call otherwise. */
const aliases: Readonly<Record<string, string>> = {
  mdOrder: 'orderId',
  MDORDER: 'orderId',
  mdorder: 'orderId',
  threeDSVer2MdOrder: 'orderId',
};

/** Brings the gateway into every state of the contract that it can reach, and collects what the states give. */
export const knownIds = async ({ controlUrl, callBare }: TestSimulator, currency: string): Promise<KnownIds> => {
  const ids: Record<string, string[]> = {};
  const setUp = async (state: string): Promise<void> => {
    const answer = await fetch(`${controlUrl}/provider-states`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state, action: 'setup' }),
    });
    if (!answer.ok) return;
    for (const [name, value] of Object.entries((await answer.json()) as Record<string, string>))
      ids[name] = [...(ids[name] ?? []), value];
  };
  const { states } = (await (await fetch(`${controlUrl}/provider-states`)).json()) as Json;
  for (const { state } of states) for (let time = 0; time < 3; time++) await setUp(state);
  const { keys } = await callBare('../se/keys.do');
  const token = (wallet: 'apple' | 'google' | 'samsung') =>
    makeWalletToken({ wallet, publicKey: keys[0].keyValue, amountMinor: 1000, currency });
  ids['paymentToken'] = [token('apple'), token('google'), token('samsung')];
  for (const [alias, name] of Object.entries(aliases)) ids[alias] = ids[name] ?? [];
  return ids;
};
