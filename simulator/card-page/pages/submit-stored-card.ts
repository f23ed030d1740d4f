import type { FoundOrder } from '../../context.ts';
import { fieldErrorTexts } from '../../data/page-texts.ts';
import type { PageRequest } from '../../http/page/page.ts';
import { callerIp } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import type { Reply } from '../../http/reply.ts';
import { removeStoredCard } from '../../payments/cards/remove-stored-card.ts';
import { payWithBinding } from '../../payments/cards/stored-card.ts';
import type { CardPage } from './card-page.ts';
import type { PageAddress } from './page-model.ts';
import { backToForm, showAfterAttempt } from './show-after-attempt.ts';

/** Whether the payer pressed one of the buttons beside the stored cards. */
export const isAboutStoredCard = (parameters: Parameters): boolean =>
  parameter(parameters, 'storedAction') !== undefined;

/** POST of the stored cards on the card page: pays with the chosen one, or removes it. */
export const submitStoredCard = async (
  cardPage: CardPage,
  request: PageRequest,
  address: PageAddress,
  { context, order }: FoundOrder,
): Promise<Reply> => {
  const { parameters } = request;
  const bindingId = parameter(parameters, 'bindingId') ?? '';
  if (parameter(parameters, 'storedAction') === 'remove') {
    await removeStoredCard(context, order, bindingId);
    return backToForm(address, order, '&cardRemoved=1');
  }
  if (!/^\d{3,4}$/.test(parameter(parameters, 'storedCvc')?.trim() ?? '')) {
    const storedCvcError = fieldErrorTexts[address.language].cvcThreeOrFour;
    return cardPage.showForm(context, address, order, { storedCvcError });
  }
  const { order: after } = await payWithBinding(context, {
    order,
    bindingId,
    payerIp: callerIp(request.request),
    makesTwoCalls: false,
    tii: 'F',
  });
  return showAfterAttempt(cardPage, request, address, after);
};
