import type { Context } from '../context.ts';
import type { Order } from '../domain/order.ts';
import type { WalletView } from './page-view.ts';
import { type StandInCard, standInCards } from './stand-in-cards.ts';
import { merchantWallets } from './wallets.ts';

/**
 * The wallets that an order can be paid with on the page: none where it takes one stored card only. Their cards are part
 * of the sandbox, so without its panel there are none either.
 */
export const walletViews = ({ bank, options }: Context, order: Order): readonly WalletView[] =>
  order.onlyBindingId !== undefined || !options.sandboxPanel
    ? []
    : merchantWallets.flatMap(({ wallet, label, call }) => {
        if (call === undefined) return [];
        const cards = standInCards(wallet).map((card) => ({ ...card, tokenRequest: tokenRequest(order, card) }));
        return [{ id: wallet, label, call: `${bank.basePath}/${call}`, cards }];
      });

/** What the page's script sends to POST /sandbox/wallet-tokens. */
const tokenRequest = (order: Order, { wallet, phone: { card, authMethod } }: StandInCard): string =>
  JSON.stringify({
    wallet,
    amount: order.amountMinor + order.feeMinor,
    currency: order.currency,
    pan: card?.pan,
    authMethod,
  });
