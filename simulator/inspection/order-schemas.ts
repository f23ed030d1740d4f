import { z } from 'zod';
import { orderStatusNumbers } from '../domain/order-status.ts';
import { callbackAnswer } from './callback-schemas.ts';
import { journalAnswer } from './journal-schemas.ts';

const moment = z.iso.datetime().describe("By the merchant's clock.");
const minor = z.int().describe('In minor units of the currency.');

const status = z.enum(Object.keys(orderStatusNumbers) as [keyof typeof orderStatusNumbers]);

const actionCode = {
  actionCode: z.int().describe('0: approved, -100: nobody has tried to pay.'),
  actionCodeName: z.string().optional().describe('As scenario files write it.'),
  actionCodeMeaning: z.string().optional(),
};

const summary = {
  orderId: z.string(),
  orderNumber: z.string().describe("The shop's own number."),
  status: status.describe('The state of the order.'),
  statusText: z.string().describe('The same in words.'),
  orderStatus: z.int().describe('The same as getOrderStatusExtended.do of this bank counts it.'),
  ...actionCode,
  amountMinor: minor,
  currency: z.string().describe('ISO 4217, three digits.'),
  description: z.string().optional(),
  registeredAt: moment,
};

export const orderSummary = z.strictObject(summary).meta({ id: 'OrderSummary' });

/** Which orders are wanted. */
export const orderFilter = z.strictObject({
  status: status.optional().describe('Only those in this state.'),
  orderNumber: z.string().min(1).optional().describe('Only the one with this number.'),
  since: z.iso
    .datetime({ offset: true, error: 'expected a time such as 2026-01-01T08:00:00Z' })
    .optional()
    .describe("Only those that were registered at this time of the merchant's clock or later."),
  before: z.string().min(1).optional().describe('Only those older than this orderId: `next` of the answer before.'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('At most so many; 50 by default.'),
});

export const orderList = z.strictObject({
  orders: z.array(orderSummary).describe('Newest first.'),
  total: z.int().describe('How many the filter lets through, `before` and `limit` aside.'),
  next: z.string().optional().describe('What `before` has to be to see the next ones; absent where there are none.'),
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
      .describe('Y passed, A attempted, N failed, U could not be done, C challenge asked.'),
    failure: z.string().optional().describe('Why a challenge did not pass.'),
    wrongCodes: z.int(),
    serverTransId: z.string(),
  })
  .meta({ id: 'ThreeDs' });

const attempt = z
  .strictObject({
    number: z.int(),
    startedAt: moment,
    card: card.optional().describe('Absent where the token of a wallet could not be read.'),
    paymentWay: z.string(),
    bindingId: z.string().optional().describe('Paid with this stored card.'),
    route: z.string().describe('How the card is authenticated: none, frictionless, attempt, challenge, unavailable.'),
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
      .describe('What the issuer answered.'),
    explanation: z
      .array(z.strictObject({ decider: z.string(), decided: z.boolean(), because: z.string() }))
      .describe('Who was asked what happens, in turn, and who decided.'),
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

const timelineEntry = z
  .strictObject({ at: moment, what: z.string().describe('What happened, as a sentence.') })
  .meta({ id: 'TimelineEntry' });

const texts = z.record(z.string(), z.string());

/** All about one order. */
export const orderAnswer = z
  .strictObject({
    ...summary,
    merchant: z.string().describe('Login.'),
    paymentState: z.string().describe('As in the status answer of this bank.'),
    explanation: z.string().describe('Why the order is where it is, in sentences.'),
    timeline: z.array(timelineEntry).describe('What happened, oldest first.'),
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
    bindingId: z.string().optional().describe('The card that this payment stored, or that it was made with.'),
    params: texts.describe('`jsonParams`, and what addParams.do added.'),
    features: z.array(z.string()),
    attemptsAllowed: z.int(),
    attempts: z.array(attempt).describe('Oldest first.'),
    refunds: z.array(refund).describe('Oldest first.'),
    callbacks: z.array(callbackAnswer).describe('Oldest first.'),
    requests: journalAnswer.describe('The calls about it, as far as there is a journal.'),
  })
  .meta({ id: 'Order' });
