import type { Order } from '../../domain/order.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { callerIp } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import { standInToken } from '../../provider-states/wallet-test-token.ts';
import type { CardPage } from '../pages/card-page.ts';
import type { PageRequest } from '../pages/page-model.ts';
import { showPaid } from '../pages/show-after-attempt.ts';
import { payWithWallet } from './pay-with-wallet.ts';
import { standInCards } from './wallet-test-cards.ts';
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
