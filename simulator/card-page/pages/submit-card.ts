import { refusalText } from '../../data/error-codes.ts';
import type { Order } from '../../domain/order.ts';
import { Refused } from '../../domain/refused.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { callerIp } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import { readParameters } from '../../http/read/read-parameters.ts';
import { attemptPayment, type PaymentRequest } from '../../payments/attempt/attempt-payment.ts';
import { typedMeans } from '../../payments/attempt/payment-means.ts';
import { checkCard, type TypedFields } from '../../payments/cards/check-card.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { isAboutWallet, submitWallet } from '../wallets/submit-wallet.ts';
import { type CardPage, pageRequest } from './card-page.ts';
import type { PageRequest, Typed } from './page-model.ts';
import { showPaid } from './show-after-attempt.ts';
import { isAboutStoredCard, submitStoredCard } from './submit-stored-card.ts';

/** POST of the card page's own form: the way without JavaScript. */
export const submitCard =
  (pages: CardPage) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const orderId = parameter(parameters, 'mdOrder') ?? '';
    const cardPage = await pages.forOrder(orderId);
    const { context } = cardPage;
    const page = pageRequest(context, ctx, parameters);
    const order = await currentOrder(context, orderId);
    if (!order) return cardPage.showUnknownOrder(ctx, page);
    if (order.status !== 'created') return cardPage.showOrder(ctx, page, order);
    const submitted = { order, parameters };
    if (isAboutStoredCard(parameters)) {
      return orRefusal(cardPage, ctx, page, order, () => submitStoredCard(cardPage, ctx, page, submitted));
    }
    if (isAboutWallet(parameters)) {
      return orRefusal(cardPage, ctx, page, order, () => submitWallet(cardPage, ctx, page, submitted));
    }

    const typed = readTyped(parameters, context.options.sandboxPanel);
    const { card, problems } = checkCard(readFields(parameters), context.clock.now());
    if (Object.keys(problems).length > 0) return cardPage.showForm(ctx, page, order, { typed, problems });
    const request: PaymentRequest = {
      orderId,
      means: typedMeans(card),
      payerIp: callerIp(ctx.req),
      paymentWay: 'CARD',
      savesCard: typed.saveCard,
      makesTwoCalls: false,
      ...(typed.email !== '' && { email: typed.email }),
      ...(typed.outcome !== undefined && { requestedOutcome: typed.outcome }),
    };
    const pay = async () => showPaid(cardPage, ctx, page, (await attemptPayment(context, request)).order);
    return orRefusal(cardPage, ctx, page, order, pay, typed);
  };

const orRefusal = async (
  cardPage: CardPage,
  ctx: Visit,
  page: PageRequest,
  order: Order,
  work: () => Promise<void>,
  typed?: Typed,
): Promise<void> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return showRefusal(cardPage, ctx, page, order, typed, error);
  }
};

/** The order changed while the payer was typing, or is busy: show it as it is now, with the reason. */
const showRefusal = async (
  cardPage: CardPage,
  ctx: Visit,
  page: PageRequest,
  before: Order,
  typed: Typed | undefined,
  { reason, detail }: Refused,
): Promise<void> => {
  const order = (await currentOrder(cardPage.context, before.id)) ?? before;
  if (order.status !== 'created') return cardPage.showOrder(ctx, page, order);
  return cardPage.showForm(ctx, page, order, {
    ...(typed && { typed }),
    generalProblem: refusalText(reason, page.language, detail),
  });
};

/** Where the sandbox panel is switched off, it has no say either. */
const readTyped = (parameters: Parameters, hasPanel: boolean): Typed => {
  const outcome = hasPanel ? parameter(parameters, 'sandboxOutcome') : undefined;
  return {
    cardholderName: parameter(parameters, 'cardholderName') ?? '',
    email: parameter(parameters, 'email') ?? '',
    saveCard: parameter(parameters, 'saveCard') !== undefined,
    ...(outcome !== undefined && { outcome }),
  };
};

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
