import type { FoundOrder } from '../../context.ts';
import type { PageRequest } from '../../http/page/page.ts';
import { callerIp } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import type { Reply } from '../../http/reply.ts';
import { walletTestToken } from '../../provider-states/wallet-test-token.ts';
import type { CardPage } from '../pages/card-page.ts';
import type { PageAddress } from '../pages/page-model.ts';
import { showAfterAttempt } from '../pages/show-after-attempt.ts';
import { payWithWallet } from './pay-with-wallet.ts';
import { walletTestCards } from './wallet-test-cards.ts';
import { takesWallets, walletViews } from './wallet-views.ts';

/** Whether the payer chose a card of a wallet. */
export const isAboutWallet = (parameters: Parameters): boolean => parameter(parameters, 'walletCard') !== undefined;

/** POST of a wallet's sheet, without JavaScript: the token is made here, and paid with as the page's own call does. */
export const submitWallet = async (
  cardPage: CardPage,
  request: PageRequest,
  address: PageAddress,
  { context, order }: FoundOrder,
): Promise<Reply> => {
  const id = parameter(request.parameters, 'walletCard');
  const chosen = walletViews(context.bank)
    .flatMap((wallet) => walletTestCards(wallet.id))
    .find((card) => card.id === id);
  if (!chosen || !takesWallets(context, order)) return cardPage.showForm(context, address, order);
  const { wallet, phone } = chosen;
  const token = walletTestToken(context, {
    wallet,
    amountMinor: order.amountMinor + order.feeMinor,
    currency: order.currency,
    ...phone,
  });
  const end = await payWithWallet(context, wallet, token, { order, payerIp: callerIp(request.request) });
  return showAfterAttempt(cardPage, request, address, end.order);
};
