import type { Order } from '../domain/order.ts';
import { callerIp } from '../http/origin.ts';
import { type Parameters, parameter } from '../http/parameters.ts';
import type { Visit } from '../http/visit.ts';
import { standInToken } from '../wallet/stand-in-token.ts';
import { showPaid } from './after-attempt.ts';
import type { CardPage } from './card-page.ts';
import type { PageRequest } from './page-model.ts';
import { payWithWallet } from './pay-with-wallet.ts';
import { standInCards } from './stand-in-cards.ts';
import { takesWallets, walletViews } from './wallet-views.ts';

/** Whether the payer chose a card of a wallet. */
export const isAboutWallet = (parameters: Parameters): boolean => parameter(parameters, 'walletCard') !== undefined;

/** POST of a wallet's sheet, without JavaScript: the token is made here, and paid with as the page's own call does. */
export const submitWallet = async (
  cardPage: CardPage,
  ctx: Visit,
  page: PageRequest,
  { order, parameters }: { order: Order; parameters: Parameters },
): Promise<void> => {
  const { context } = cardPage;
  const id = parameter(parameters, 'walletCard');
  const chosen = walletViews(context.bank)
    .flatMap((wallet) => standInCards(wallet.id))
    .find((card) => card.id === id);
  if (!chosen || !takesWallets(context, order)) return cardPage.showForm(ctx, page, order);
  const { wallet, phone } = chosen;
  const token = standInToken(context, {
    wallet,
    amountMinor: order.amountMinor + order.feeMinor,
    currency: order.currency,
    ...phone,
  });
  const said = { orderId: order.id, payerIp: callerIp(ctx.req) };
  return showPaid(cardPage, ctx, page, (await payWithWallet(context, wallet, token, said)).order);
};
