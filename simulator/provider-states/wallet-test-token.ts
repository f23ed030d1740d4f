import { makeWalletToken, type WalletTokenRequest } from '../../client/index.ts';
import type { Context } from '../context.ts';

export type WalletTestTokenRequest = Omit<WalletTokenRequest, 'publicKey' | 'nowMs'>;

/** A token that the payer's phone would make for this gateway. */
export const walletTestToken = ({ keys, clock }: Context, asked: WalletTestTokenRequest): string =>
  makeWalletToken({ ...asked, publicKey: keys().publicKey, nowMs: clock.now() });
