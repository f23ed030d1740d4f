import type { z } from 'zod';
import { bankOf } from '../../banks/bank-of.ts';
import type { MerchantContext } from '../../context.ts';
import type { Attempt, Order, Refund } from '../../domain/orders/order.ts';
import { paymentState } from '../../wire/payment-state.ts';
import { callbacksAbout, showCallback } from '../callbacks/callbacks.ts';
import type { Frozen } from '../frozen.ts';
import { entriesAbout } from '../journal/journal.ts';
import { moment } from '../moment.ts';
import { explainOrder } from './explain-order.ts';
import { findOrderById } from './find-order.ts';
import type { orderAnswer } from './order-schemas.ts';
import { orderTimeline } from './order-timeline.ts';
import { describeActionCode, summarise } from './orders.ts';

export type OrderView = Frozen<z.output<typeof orderAnswer>>;

/** The view of an order of this merchant; undefined if there is none. */
export const inspectOrder = async (context: MerchantContext, orderId: string): Promise<OrderView | undefined> => {
  const order = await findOrderById(context, orderId);
  if (!order) return undefined;
  const callbacks = await callbacksAbout(context, order);
  const entries = await entriesAbout(context, order);
  const { journal, merchant } = context;
  return {
    ...summarise(context, order),
    merchant: order.merchant,
    paymentState: paymentState(order, bankOf(context, order)),
    explanation: explainOrder(order),
    timeline: orderTimeline(order, callbacks, entries),
    expiresAt: moment(order.expiresAtMs),
    ...unchangedFields(order),
    attempts: order.attempts.map(showAttempt),
    missedSteps: (order.missedSteps ?? []).map(({ atMs, ...step }) => ({ at: moment(atMs), ...step })),
    refunds: (order.refunds ?? []).map(showRefund),
    callbacks: callbacks.map(showCallback),
    requests: { isOn: journal.isOn, dropped: journal.droppedOf(merchant.login), entries },
  };
};

/** Fields that are shown unchanged. */
const unchangedFields = (order: Order) => ({
  isPreAuth: order.isPreAuth,
  isChargedBack: order.isChargedBack ?? false,
  feeMinor: order.feeMinor,
  approvedMinor: order.approvedMinor,
  depositedMinor: order.depositedMinor,
  refundedMinor: order.refundedMinor,
  returnUrl: order.returnUrl,
  language: order.languageCode ?? order.language,
  params: order.params,
  features: order.features,
  attemptsAllowed: order.attemptsAllowed,
  ...given(order, [
    'reversedMinor',
    'failUrl',
    'dynamicCallbackUrl',
    'clientId',
    'email',
    'phone',
    'payerIp',
    'bindingId',
  ]),
});

/** Those of the fields that are defined. */
const given = <Thing extends object, Name extends keyof Thing>(thing: Thing, names: readonly Name[]) =>
  Object.fromEntries(names.flatMap((name) => (thing[name] === undefined ? [] : [[name, thing[name]]]))) as Partial<
    Pick<Thing, Name>
  >;

const showAttempt = (attempt: Attempt): OrderView['attempts'][number] => {
  const { number, startedAtMs, card, paymentWay, bindingId, plan, threeDs, actionCode, authorisation } = attempt;
  return {
    number,
    startedAt: moment(startedAtMs),
    ...(card && { card }),
    paymentWay,
    ...(bindingId !== undefined && { bindingId }),
    route: plan.route,
    ...(threeDs && { threeDs: showThreeDs(threeDs) }),
    ...(actionCode !== undefined && describeActionCode(actionCode)),
    ...(authorisation && { authorisation: showAuthorisation(authorisation) }),
    explanation: attempt.explanation,
  };
};

const showThreeDs = ({ version, stage, wrongCodes, serverTransId, ...threeDs }: NonNullable<Attempt['threeDs']>) => ({
  version,
  stage,
  ...given(threeDs, ['transStatus', 'failure']),
  wrongCodes,
  serverTransId,
});

const showAuthorisation = ({ atMs, referenceNumber, eci, ...facts }: NonNullable<Attempt['authorisation']>) => ({
  at: moment(atMs),
  referenceNumber,
  ...given(facts, ['approvalCode']),
  eci,
});

const showRefund = ({ atMs, amountMinor, referenceNumber, ...facts }: Refund): OrderView['refunds'][number] => ({
  at: moment(atMs),
  amountMinor,
  referenceNumber,
  ...given(facts, ['externalRefundId']),
});
