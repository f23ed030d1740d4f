import type { Context } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { WalletView } from '../pages/page-view.ts';
import { type WalletTestCard, walletTestCards } from './wallet-test-cards.ts';
import { merchantWallets } from './wallets.ts';

/** The wallets that the page has a call for, with their test cards. */
export const walletViews = ({ basePath }: Context['bank']): readonly WalletView[] =>
  merchantWallets.flatMap(({ wallet, label, call }) => {
    if (call === undefined) return [];
    const cards = walletTestCards(wallet).map((card) => ({ ...card, tokenRequest: tokenRequest(card) }));
    return [{ id: wallet, label, call: `${basePath}/${call}`, cards }];
  });

/**
 * Whether an order can be paid with a wallet on the page: not if it takes one stored card only. The cards are part of
 * the sandbox, so without its panel there are none.
 */
export const takesWallets = ({ options }: Context, order: Order): boolean =>
  order.onlyBindingId === undefined && options.sandboxPanel;

/** The script's request to POST /sandbox/wallet-tokens, beside the amount of the order. */
const tokenRequest = ({ wallet, phone: { card, authMethod } }: WalletTestCard): string =>
  JSON.stringify({ wallet, pan: card?.pan, authMethod });
