import { z } from 'zod';
import { errorCodes } from '../../data/error-codes.ts';
import type { RefusalReason } from '../../domain/errors/refused.ts';
import type { FollowedScenario } from '../../domain/followed-scenario.ts';
import type { Explanation } from '../../domain/orders/attempt-plan.ts';
import { actMoments, bankActs, type PlannedAct } from '../../domain/orders/bank-act.ts';
import type { AskedResult, MissedStep } from '../../domain/orders/missed-step.ts';
import type {
  Attempt,
  Authorisation,
  Order,
  OwnThreeDs,
  PracticePayment,
  Refund,
  ThreeDs,
} from '../../domain/orders/order.ts';
import { markKinds, type OrderMark } from '../../domain/orders/order-mark.ts';
import { type OrderStatus, orderStatusNumbers } from '../../domain/orders/order-status.ts';
import {
  anything,
  attemptPlan,
  cardPlan,
  durationMs,
  id,
  maskedCard,
  minor,
  momentMs,
  type OwnFields,
  route,
  texts,
  version,
  whole,
} from './state-fields.ts';

const text = z.string().exactOptional();

const threeDs: z.ZodType<ThreeDs> = whole<ThreeDs>()({
  route,
  version: z.union([z.literal(1), z.literal(2)]),
  serverTransId: id,
  stage: z.enum(['waiting', 'at-acs', 'answered', 'done']),
  transStatus: z.enum(['Y', 'A', 'N', 'U', 'C']).exactOptional(),
  failure: z.enum(['failed', 'cancelled', 'timed-out']).exactOptional(),
  wrongCodes: z.int().min(0),
  resentAtMs: z.array(momentMs).exactOptional(),
  finishUrl: text,
  notificationUrl: text,
});

const ownThreeDs: z.ZodType<OwnThreeDs> = whole<OwnThreeDs>()({ eci: z.int(), cavv: text, xid: text, version: text });

const authorisation: z.ZodType<Authorisation> = whole<Authorisation>()({
  atMs: momentMs,
  referenceNumber: z.string(),
  approvalCode: text,
  eci: z.int(),
  cavv: text,
});

const explanation: z.ZodType<Explanation> = whole<Explanation>()({
  decider: z.string(),
  decided: z.boolean(),
  because: z.string(),
});

const attempt: z.ZodType<Attempt> = whole<Attempt>()({
  number: z.int().min(1),
  startedAtMs: momentMs,
  card: maskedCard.exactOptional(),
  paymentWay: z.string(),
  plan: attemptPlan,
  threeDs: threeDs.exactOptional(),
  ownThreeDs: ownThreeDs.exactOptional(),
  actionCode: z.int().exactOptional(),
  authorisation: authorisation.exactOptional(),
  savesCard: cardPlan.exactOptional(),
  bindingId: text,
  askedFor: text,
  askedResult: whole<AskedResult>()({ scenario: z.string(), asked: text }).exactOptional(),
  explanation: z.array(explanation),
});

const refund: z.ZodType<Refund> = whole<Refund>()({
  atMs: momentMs,
  amountMinor: minor,
  approvalCode: z.string(),
  referenceNumber: z.string(),
  externalRefundId: text,
});

const act: z.ZodType<PlannedAct> = whole<PlannedAct>()({
  scenario: z.string(),
  step: z.int().min(0),
  act: z.enum(bankActs),
  amountMinor: minor.exactOptional(),
  since: z.enum(actMoments),
  afterMs: durationMs,
  dueMs: momentMs.exactOptional(),
  isOver: z.literal(true).exactOptional(),
  refusedWith: z.enum(Object.keys(errorCodes) as [RefusalReason, ...RefusalReason[]]).exactOptional(),
});

const mark: z.ZodType<OrderMark> = whole<OrderMark>()({
  atMs: momentMs,
  what: z.enum(markKinds),
  attempt: z.int().min(1).exactOptional(),
  amountMinor: minor.exactOptional(),
});

const missedStep: z.ZodType<MissedStep> = whole<MissedStep>()({
  atMs: momentMs,
  scenario: z.string(),
  asked: text,
  because: z.string(),
});

const statuses = Object.keys(orderStatusNumbers) as [OrderStatus, ...OrderStatus[]];

/** An order of a merchant's state. */
export const orderState: z.ZodType<OwnFields<Order>> = whole<OwnFields<Order>>()({
  id,
  version,
  orderNumber: z.string().min(1).max(255),
  status: z.enum(statuses),
  actionCode: z.int(),
  isPreAuth: z.boolean(),
  amountMinor: minor,
  feeMinor: minor,
  currency: z.string().regex(/^\d{3}$/, { error: 'expected three digits (ISO 4217)' }),
  language: z.enum(['en', 'ru', 'kk']),
  languageCode: text,
  returnUrl: z.string(),
  registeredAtMs: momentMs,
  expiresAtMs: momentMs,
  merchantIp: z.string(),
  attemptsAllowed: z.int().min(1),
  attempts: z.array(attempt),
  approvedMinor: minor,
  depositedMinor: minor,
  refundedMinor: minor,
  params: texts,
  features: z.array(z.string()),
  failUrl: text,
  dynamicCallbackUrl: text,
  description: text,
  clientId: text,
  cardholderName: text,
  email: text,
  phone: text,
  postAddress: text,
  pageView: text,
  payerIp: text,
  orderBundle: anything.exactOptional(),
  mcc: text,
  mvv: text,
  paymentFacilitator: anything.exactOptional(),
  autocompletionAtMs: momentMs.exactOptional(),
  autoReverseAtMs: momentMs.exactOptional(),
  depositedAtMs: momentMs.exactOptional(),
  reversedAtMs: momentMs.exactOptional(),
  reversedMinor: minor.exactOptional(),
  refundedAtMs: momentMs.exactOptional(),
  refunds: z.array(refund).exactOptional(),
  follows: whole<FollowedScenario>()({ scenario: text, ownScenario: z.unknown().exactOptional() }).exactOptional(),
  rawRefund: z.enum(['sum', 'position']).exactOptional(),
  practices: z
    .array(
      whole<PracticePayment>()({
        tii: z.string(),
        orderId: z.string(),
        amountMinor: minor,
        isApproved: z.boolean().exactOptional(),
      }),
    )
    .exactOptional(),
  isChargedBack: z.literal(true).exactOptional(),
  isPayOut: z.literal(true).exactOptional(),
  isHandled: z.literal(true).exactOptional(),
  bindingId: text,
  onlyBindingId: text,
  tii: text,
  bank: text,
  busyUntilMs: momentMs.exactOptional(),
  settlesAtMs: momentMs.exactOptional(),
  confirmByMs: momentMs.exactOptional(),
  acts: z.array(act).exactOptional(),
  marks: z.array(mark).exactOptional(),
  missedSteps: z.array(missedStep).exactOptional(),
  stepCounts: z.record(z.string(), z.int().min(1)).exactOptional(),
}).meta({ id: 'OrderState' });
