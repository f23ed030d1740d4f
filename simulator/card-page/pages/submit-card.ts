import type { FoundOrder } from '../../context.ts';
import { refusalText } from '../../data/error-codes.ts';
import { textLanguageOf } from '../../data/page-languages.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Page, PageRequest } from '../../http/page/page.ts';
import { callerIp } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import type { Reply } from '../../http/reply.ts';
import { attemptPayment } from '../../payments/attempt/attempt-payment.ts';
import { typedMeans } from '../../payments/attempt/payment-means.ts';
import { checkCard, type TypedFields } from '../../payments/cards/check-card.ts';
import { currentOrder, findCurrentOrder } from '../../payments/orders/current-order.ts';
import { isAboutWallet, submitWallet } from '../wallets/submit-wallet.ts';
import { type CardPage, pageAddress } from './card-page.ts';
import type { PageAddress, PageDetails, Typed } from './page-model.ts';
import { showAfterAttempt } from './show-after-attempt.ts';
import { isAboutStoredCard, submitStoredCard } from './submit-stored-card.ts';

/** POST of the card page's own form: the way without JavaScript. */
export const submitCard = (cardPage: CardPage): Page => ({
  on: 'processform',
  orderIn: (parameters) => parameter(parameters, 'mdOrder'),
  show: async (request) => {
    const address = pageAddress(request);
    if (!request.found) return cardPage.showUnknownOrder(request.context, address);
    const { context } = request.found;
    const order = await currentOrder(context, request.found.order);
    if (order.status !== 'created') return cardPage.showOrder(request, address, order);
    return submit(cardPage, request, address, { context, order });
  },
});

const submit = async (
  cardPage: CardPage,
  request: PageRequest,
  address: PageAddress,
  found: FoundOrder,
): Promise<Reply> => {
  const { parameters } = request;
  const { context, order } = found;
  // Without the sandbox panel, an outcome cannot be chosen.
  const outcome = context.options.sandboxPanel ? parameter(parameters, 'sandboxOutcome') : undefined;
  const chosen = outcome === undefined ? {} : { outcome };
  let typed: Typed | undefined;
  try {
    if (isAboutStoredCard(parameters)) return await submitStoredCard(cardPage, request, address, found);
    if (isAboutWallet(parameters)) return await submitWallet(cardPage, request, address, found);
    typed = readTyped(parameters);
    const { card, problems } = checkCard(readFields(parameters), context.clock.now());
    if (Object.keys(problems).length > 0)
      return await cardPage.showForm(context, address, order, { ...chosen, typed, problems });
    const end = await attemptPayment(context, {
      order,
      means: typedMeans(card),
      payerIp: callerIp(request.request),
      paymentWay: 'CARD',
      savesCard: typed.saveCard,
      makesTwoCalls: false,
      ...(typed.email !== '' && { email: typed.email }),
      ...(outcome !== undefined && { requestedOutcome: outcome }),
    });
    return await showAfterAttempt(cardPage, request, address, end.order);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return showRefusal(cardPage, request, address, found, { ...chosen, ...(typed && { typed }) }, error);
  }
};

/** The order changed while the payer was typing, or is busy: it is shown as it is now, with the reason. */
const showRefusal = async (
  cardPage: CardPage,
  request: PageRequest,
  address: PageAddress,
  { context, order: before }: FoundOrder,
  kept: Pick<PageDetails, 'typed' | 'outcome'>,
  { reason, detail }: Refused,
): Promise<Reply> => {
  const order = (await findCurrentOrder(context, before.id)) ?? before;
  if (order.status !== 'created') return cardPage.showOrder(request, address, order);
  return cardPage.showForm(context, address, order, {
    ...kept,
    generalProblem: refusalText(reason, textLanguageOf(address.language), detail),
  });
};

const readTyped = (parameters: Parameters): Typed => ({
  cardholderName: parameter(parameters, 'cardholderName') ?? '',
  email: parameter(parameters, 'email') ?? '',
  saveCard: parameter(parameters, 'saveCard') !== undefined,
});

const readFields = (parameters: Parameters): TypedFields => ({
  pan: parameter(parameters, 'pan') ?? '',
  expiry: expiryFromPage(parameter(parameters, 'expiry') ?? ''),
  cvc: parameter(parameters, 'newCardCvc') ?? '',
  holder: parameter(parameters, 'cardholderName') ?? '',
});

/** `12/34`, `12 / 2034` or `1234` as YYYYMM; anything else as it is. */
const expiryFromPage = (typed: string): string => {
  const [, month, year] = /^\s*(\d\d)\s*\/?\s*(?:20)?(\d\d)\s*$/.exec(typed) ?? [];
  return month === undefined ? typed : `20${year}${month}`;
};
