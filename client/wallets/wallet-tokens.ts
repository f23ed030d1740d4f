import { checkUse } from '../gateway/check-use.ts';
import { walletContent } from './wallet-content.ts';
import { type WalletTokenRequest, walletTokenRequest } from './wallet-token-request.ts';
import { wrapForWallet } from './wallet-wrapping.ts';

/**
 * Makes a wallet token for the simulator, which a shop passes on as `paymentToken`. Unlike a real one it is encrypted
 * with the gateway's RSA key and has a made-up signature, so a real gateway refuses it.
 */
export const makeWalletToken = (asked: WalletTokenRequest): string => {
  checkUse('makeWalletToken', walletTokenRequest, asked);
  const content = JSON.stringify(walletContent(asked));
  return asked.isDecrypted ? Buffer.from(content).toString('base64') : wrapForWallet(content, asked);
};
