import { type GatewayClient, makeWalletToken, type WalletTokenRequest } from '../../client/index.ts';
import { startMs } from '../helpers/simulator/simulator.ts';

/** A customer's phone, which makes tokens of a wallet for this gateway. */
export const phoneFor = async (client: GatewayClient) => {
  const [key] = await client.direct.publicKeys();
  const publicKey = key?.keyValue ?? '';
  return (asked: Omit<WalletTokenRequest, 'publicKey' | 'amountMinor' | 'currency'>, amountMinor = 12_000): string =>
    makeWalletToken({ publicKey, amountMinor, currency: '398', nowMs: startMs, ...asked });
};
