import { type GatewayClient, makeWalletToken, type WalletTokenRequest } from '../../../client/index.ts';

/** The token of a payment by phone, encrypted with the gateway's key. */
export const phoneToken = async (
  client: GatewayClient,
  payment: Omit<WalletTokenRequest, 'publicKey'>,
): Promise<string> => {
  const [key] = await client.direct.publicKeys();
  return makeWalletToken({ ...payment, publicKey: key?.keyValue ?? '' });
};
