import { fieldErrorTexts } from '../../data/page-texts.ts';
import type { Order } from '../../domain/order.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { callerIp } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import { removeStoredCard } from '../../payments/cards/remove-stored-card.ts';
import { payWithBinding } from '../../payments/cards/stored-card.ts';
import type { CardPage } from './card-page.ts';
import type { PageRequest } from './page-model.ts';
import { backToForm, showPaid } from './show-after-attempt.ts';

/** Whether the payer pressed one of the buttons beside the stored cards. */
export const isAboutStoredCard = (parameters: Parameters): boolean =>
  parameter(parameters, 'storedAction') !== undefined;

/** POST of the stored cards on the card page: pays with the chosen one, or removes it. */
export const submitStoredCard = async (
  cardPage: CardPage,
  ctx: Visit,
  page: PageRequest,
  { order, parameters }: { order: Order; parameters: Parameters },
): Promise<void> => {
  const { context } = cardPage;
  const bindingId = parameter(parameters, 'bindingId') ?? '';
  if (parameter(parameters, 'storedAction') === 'remove') {
    await removeStoredCard(context, order, bindingId);
    return backToForm(ctx, page, order);
  }
  if (!/^\d{3,4}$/.test(parameter(parameters, 'storedCvc')?.trim() ?? '')) {
    return cardPage.showForm(ctx, page, order, { generalProblem: fieldErrorTexts[page.language].cvcThreeOrFour });
  }
  const { order: paid } = await payWithBinding(context, {
    orderId: order.id,
    bindingId,
    payerIp: callerIp(ctx.req),
    makesTwoCalls: false,
    tii: 'F',
  });
  return showPaid(cardPage, ctx, page, paid);
};
