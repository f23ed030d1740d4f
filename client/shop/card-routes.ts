import type { Router } from '@koa/router';
import type { Context } from 'koa';
import { GatewayError } from '../gateway/gateway-errors.ts';
import type { StoredCard } from '../gateway/stored-card.ts';
import type { Checkout } from './checkout.ts';
import { readSmallForm } from './read-small-form.ts';
import type { ShopPages } from './shop-pages.ts';

/** The page of the customer's stored cards, and the button that removes one. */
export const addCardRoutes = (
  router: Router,
  { checkout, pages }: { readonly checkout: Checkout; readonly pages: ShopPages },
): void => {
  router.get('/cards', async (ctx) => {
    const { cards, fault } = await cardsOrFault(checkout);
    const detail = fault?.message;
    await pages.show(ctx, 'cards', pages.textsFor(ctx).cards, {
      cards: cards.map(cardView),
      detail,
      isRemoved: ctx.query['removed'] !== undefined,
    });
  });

  const remove = async (ctx: Context) => {
    const form = await readSmallForm(ctx.req);
    if (!form) return pages.tooLarge(ctx);
    const removed = await checkout.removeCard(form.get('card') ?? '').then(
      () => '?removed',
      (error: unknown) => {
        if (error instanceof GatewayError) return '';
        throw error;
      },
    );
    ctx.status = 303;
    ctx.redirect(`/cards${removed}`);
  };
  router.post('/cards/remove', remove);
};

const cardsOrFault = async (
  checkout: Checkout,
): Promise<{ readonly cards: readonly StoredCard[]; readonly fault?: GatewayError }> => {
  try {
    return { cards: await checkout.storedCards() };
  } catch (fault) {
    if (!(fault instanceof GatewayError)) throw fault;
    return { cards: [], fault };
  }
};

const cardView = ({ bindingId, maskedPan, expiryDate, paymentSystem = '', bindingCategory }: StoredCard) => ({
  id: bindingId,
  text: `${paymentSystem} ${maskedPan}`.trim(),
  validThru: `${expiryDate.slice(4)}/${expiryDate.slice(2, 4)}`,
  isForSubscription: bindingCategory === 'RECURRENT',
});
