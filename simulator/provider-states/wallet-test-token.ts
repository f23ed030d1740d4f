import { makeWalletToken, type WalletTokenRequest } from '../../client/index.ts';
import type { Context } from '../context.ts';

export type StandInRequest = Omit<WalletTokenRequest, 'publicKey' | 'nowMs'>;

/** A token as the phone of a payer would make it for this gateway; there is no phone, so anybody may ask for one. */
export const standInToken = ({ keys, clock }: Context, asked: StandInRequest): string =>
  makeWalletToken({ ...asked, publicKey: keys().publicKey, nowMs: clock.now() });
