import { z } from 'zod';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { callbackAnswer } from '../callbacks/callback-schemas.ts';
import { journalAnswer } from '../journal/journal-schemas.ts';

const moment = z.iso.datetime().describe("By the merchant's clock.");
const minor = z.int().describe('In minor units of the currency.');

const status = z.enum(Object.keys(orderStatusNumbers) as [keyof typeof orderStatusNumbers]);

const actionCode = {
  actionCode: z.int().describe('0: approved, -100: no attempt yet.'),
  actionCodeName: z.string().optional().describe('Its name in scenario files.'),
  actionCodeMeaning: z.string().optional(),
};

const summary = {
  orderId: z.string(),
  orderNumber: z.string().describe("The shop's own number."),
  status: status.describe('The state of the order.'),
  statusText: z.string().describe('The state in words.'),
  orderStatus: z.int().describe('The state as getOrderStatusExtended.do of this bank numbers it.'),
  ...actionCode,
  amountMinor: minor,
  currency: z.string().describe('ISO 4217, three digits.'),
  description: z.string().optional(),
  registeredAt: moment,
};

export const orderSummary = z.strictObject(summary).meta({ id: 'OrderSummary' });

/** A filter of orders. */
export const orderFilter = z.strictObject({
  status: status.optional().describe('Only those in this state.'),
  orderNumber: z
    .string()
    .min(1)
    .optional()
    .describe('Only the one with this number; `%` stands for any text, as in the portal.'),
  since: z.iso
    .datetime({ offset: true, error: 'expected a time such as 2026-01-01T08:00:00Z' })
    .optional()
    .describe("Only those registered at this time of the merchant's clock or later."),
  until: z.iso
    .datetime({ offset: true, error: 'expected a time such as 2026-01-01T08:00:00Z' })
    .optional()
    .describe("Only those registered before this time of the merchant's clock."),
  amountMinor: z.coerce.number().int().min(0).optional().describe('Only those of this amount, in minor units.'),
  card: z
    .string()
    .regex(/^\d{4}$/, { error: 'expected the last four digits of a card' })
    .optional()
    .describe('Only those that were tried with a card with these last four digits.'),
  email: z.string().min(1).optional().describe("Only those with this e-mail of the payer's."),
  actionCode: z.coerce
    .number()
    .int()
    .optional()
    .describe('Only those whose last attempt, or end, has this action code.'),
  search: z
    .string()
    .min(1)
    .optional()
    .describe("Only those with this text in their number, orderId or e-mail, or with a card's last four digits."),
  before: z.string().min(1).optional().describe('Only those older than this orderId: `next` of the answer before.'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('At most this many; 50 by default.'),
});

export const orderList = z.strictObject({
  orders: z.array(orderSummary).describe('Newest first.'),
  total: z.int().describe('The number of orders that match the filter, without regard to `before` and `limit`.'),
  next: z.string().optional().describe('The value of `before` for the next ones; absent if there are none.'),
});

const card = z
  .strictObject({
    maskedPan: z.string(),
    expiry: z.string().describe('YYYYMM.'),
    holder: z.string(),
    brand: z.string(),
  })
  .meta({ id: 'MaskedCard' });

const threeDs = z
  .strictObject({
    version: z.int(),
    stage: z
      .string()
      .describe('`waiting`: for the second call; `at-acs`: the payer is at the issuer; `answered`; `done`.'),
    transStatus: z
      .string()
      .optional()
      .describe('Y passed, A attempted, N failed, U unavailable, C challenge required.'),
    failure: z.string().optional().describe('The reason of a failed challenge.'),
    wrongCodes: z.int(),
    serverTransId: z.string(),
  })
  .meta({ id: 'ThreeDs' });

const attempt = z
  .strictObject({
    number: z.int(),
    startedAt: moment,
    card: card.optional().describe('Absent if the token of a wallet could not be read.'),
    paymentWay: z.string(),
    bindingId: z.string().optional().describe('Paid with this stored card.'),
    route: z.string().describe('The authentication of the card: none, frictionless, attempt, challenge, unavailable.'),
    threeDs: threeDs.optional(),
    ...actionCode,
    actionCode: actionCode.actionCode.optional().describe('Absent until the attempt is over. 0: approved.'),
    authorisation: z
      .strictObject({
        at: moment,
        referenceNumber: z.string(),
        approvalCode: z.string().optional(),
        eci: z.int(),
      })
      .optional()
      .describe("The issuer's answer."),
    explanation: z
      .array(z.strictObject({ decider: z.string(), decided: z.boolean(), because: z.string() }))
      .describe('Every possible decider in turn, up to the one that decided.'),
  })
  .meta({ id: 'Attempt' });

const refund = z
  .strictObject({
    at: moment,
    amountMinor: minor,
    referenceNumber: z.string(),
    externalRefundId: z.string().optional(),
  })
  .meta({ id: 'Refund' });

export const timelineEntry = z
  .strictObject({ at: moment, what: z.string().describe('The event as a sentence.') })
  .meta({ id: 'TimelineEntry' });

const missedStep = z
  .strictObject({
    at: moment,
    scenario: z.string(),
    asked: z
      .string()
      .optional()
      .describe('What it asked for, such as `a capture`; absent if no scenario has this name.'),
    because: z.string().describe('Why it was not possible.'),
  })
  .meta({ id: 'MissedStep' });

const texts = z.record(z.string(), z.string());

/** One order in full. */
export const orderAnswer = z
  .strictObject({
    ...summary,
    merchant: z.string().describe('Login.'),
    paymentState: z.string().describe('As in the status answer of this bank.'),
    explanation: z.string().describe('The reasons of its state, in sentences.'),
    timeline: z.array(timelineEntry).describe('Oldest first.'),
    expiresAt: moment,
    isPreAuth: z.boolean().describe('Whether the money is held first.'),
    isChargedBack: z.boolean(),
    feeMinor: minor,
    approvedMinor: minor,
    depositedMinor: minor,
    refundedMinor: minor,
    reversedMinor: minor.optional(),
    returnUrl: z.string(),
    failUrl: z.string().optional(),
    dynamicCallbackUrl: z.string().optional(),
    language: z.string(),
    clientId: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    payerIp: z.string().optional(),
    bindingId: z.string().optional().describe('The card that this payment stored or used.'),
    params: texts.describe('`jsonParams`, and the additions of addParams.do.'),
    features: z.array(z.string()),
    attemptsAllowed: z.int(),
    attempts: z.array(attempt).describe('Oldest first.'),
    missedSteps: z
      .array(missedStep)
      .describe('What scenarios asked for and could not have, oldest first; also in the timeline.'),
    refunds: z.array(refund).describe('Oldest first.'),
    callbacks: z.array(callbackAnswer).describe('Oldest first.'),
    requests: journalAnswer.describe('The calls about it, if the journal is on.'),
  })
  .meta({ id: 'Order' });
