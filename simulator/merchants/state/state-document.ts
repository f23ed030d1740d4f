import { z } from 'zod';
import type { Binding } from '../../domain/binding.ts';
import {
  type Callback,
  type CallbackSettings,
  type CallbackTry,
  callbackChecksums,
  callbackOperations,
  longestRetryAfterMs,
  mostFailuresAllowed,
} from '../../domain/callback.ts';
import { lastMomentMs } from '../../domain/errors/move-refused.ts';
import type { CallbackFault, CallbackFaultSettings } from '../../domain/faults/callback-fault.ts';
import type { NextOrders } from '../../domain/followed-scenario.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { MerchantBreak } from '../../domain/merchant-break.ts';
import type { OrderTemplate, TemplateParam } from '../../domain/orders/order-template.ts';
import { type RecurringTask, type TaskAttempt, taskStates } from '../../domain/orders/recurring-task.ts';
import { type TaskSchedule, type TimeUnit, timeUnits } from '../../domain/orders/task-schedule.ts';
import { permissions } from '../../domain/permissions.ts';
import { permittedFeatures } from '../../domain/permitted-features.ts';
import { orderState } from './order-state.ts';
import {
  cardPlan,
  durationMs,
  id,
  maskedCard,
  minor,
  momentMs,
  type OwnFields,
  texts,
  version,
  whole,
} from './state-fields.ts';

const text = z.string().exactOptional();

const retries = {
  retryAfterMs: z.int().min(0).max(longestRetryAfterMs),
  mostFailures: z.int().min(1).max(mostFailuresAllowed),
};

const callbackSettings: z.ZodType<CallbackSettings> = whole<CallbackSettings>()({
  url: text,
  method: z.enum(['GET', 'POST']),
  token: text,
  checksum: z.enum(callbackChecksums).exactOptional(),
  headers: texts.exactOptional(),
  operations: z.array(z.enum(callbackOperations)),
  parameters: z.array(z.string()),
  sendsCreationDate: z.boolean(),
  ...retries,
});

type Settings = Omit<Merchant, 'login'>;

const followed = { scenario: text, ownScenario: z.unknown().exactOptional() };

const nextOrders: z.ZodType<NextOrders> = whole<NextOrders>()({
  id: z.int().min(1),
  orders: z.int().min(1),
  ...followed,
});

const merchantBreak: z.ZodType<MerchantBreak> = whole<MerchantBreak>()({
  id: z.string(),
  of: text,
  kept: texts.exactOptional(),
});

const settings: z.ZodType<Settings> = whole<Settings>()({
  password: z.string().min(1),
  name: z.string(),
  token: text,
  ...followed,
  nextOrders: nextOrders.exactOptional(),
  break: merchantBreak.exactOptional(),
  callbacks: callbackSettings.exactOptional(),
  bank: text,
  statusVersion: z.int().min(1).exactOptional(),
  errorCodeStyle: z.enum(['text', 'number']).exactOptional(),
  allowedFeatures: z.array(z.enum(permittedFeatures)).exactOptional(),
  withoutPermissions: z.array(z.enum(permissions)).exactOptional(),
  paymentAttempts: z.int().min(1).exactOptional(),
  sslOnly: z.boolean().exactOptional(),
  lenient: z.boolean().exactOptional(),
  currencies: z.array(z.string()).min(1).exactOptional(),
  certificate: text,
}).describe('With password and tokens in clear: keep no real ones here.');

const callbackTry: z.ZodType<CallbackTry> = whole<CallbackTry>()({
  atMs: momentMs,
  httpStatus: z.int().exactOptional(),
  error: text,
  tookMs: z.int().min(0).exactOptional(),
  answer: text,
  byHand: z.literal(true).exactOptional(),
  forwardedTo: z.string().exactOptional(),
});

const fault: z.ZodType<CallbackFault> = whole<CallbackFault>()({
  scenario: text,
  sentence: z.string(),
  settings: whole<Partial<CallbackFaultSettings>>()({
    isLost: z.literal(true).exactOptional(),
    delayMs: durationMs.exactOptional(),
    isOutOfOrder: z.literal(true).exactOptional(),
    isBeforeRedirect: z.literal(true).exactOptional(),
    sends: z.int().min(1).exactOptional(),
    failures: z.union([z.int().min(1), z.literal('always')]).exactOptional(),
    fields: texts.exactOptional(),
    hasNoChecksum: z.literal(true).exactOptional(),
    hasWrongChecksum: z.literal(true).exactOptional(),
  }),
});

const callback: z.ZodType<OwnFields<Callback>> = whole<OwnFields<Callback>>()({
  id,
  subject: id,
  url: z.string().regex(/^https?:\/\//i, { error: 'expected an address that begins with http:// or https://' }),
  method: z.enum(['GET', 'POST']),
  fields: z.array(z.tuple([z.string(), z.string()])),
  body: text,
  headers: texts.exactOptional(),
  createdAtMs: momentMs,
  dueMs: momentMs,
  state: z.enum(['waiting', 'delivered', 'given-up', 'lost']),
  ...retries,
  tries: z.array(callbackTry),
  fault: fault.exactOptional(),
  copyOf: text,
}).meta({ id: 'CallbackState' });

const storedCard: z.ZodType<OwnFields<Binding>> = whole<OwnFields<Binding>>()({
  id,
  version,
  clientId: z.string(),
  card: maskedCard,
  plan: cardPlan,
  category: z.enum(['COMMON', 'RECURRENT', 'INSTALLMENT']),
  isActive: z.boolean(),
  paymentWay: z.string(),
  createdAtMs: momentMs,
  email: text,
  phone: text,
}).meta({ id: 'StoredCardState' });

const schedule: z.ZodType<TaskSchedule> = whole<TaskSchedule>()({
  sinceMs: momentMs,
  tillMs: momentMs,
  utcOffsetMinutes: z.int(),
  value: z.int().min(1),
  unit: z.enum(timeUnits as [TimeUnit, ...TimeUnit[]]),
});

const taskAttempt: z.ZodType<TaskAttempt> = whole<TaskAttempt>()({
  id,
  paymentNumber: z.int().min(1),
  dueMs: momentMs,
  atMs: momentMs,
  isPaid: z.boolean(),
  orderId: text,
  orderNumber: text,
});

const task: z.ZodType<OwnFields<RecurringTask>> = whole<OwnFields<RecurringTask>>()({
  id,
  version,
  merchantTaskId: z.string().min(1),
  state: z.enum(taskStates),
  bindingId: id,
  clientId: z.string(),
  amountMinor: minor,
  currency: z.string().regex(/^\d{3}$/, { error: 'expected three digits (ISO 4217)' }),
  language: z.enum(['en', 'ru', 'kk']),
  merchantIp: z.string(),
  schedule,
  scheduledSince: z.string(),
  scheduledTill: z.string(),
  params: texts,
  createdAtMs: momentMs,
  updatedAtMs: momentMs,
  nextNumber: z.int().min(1),
  skipped: z.array(z.int()),
  failures: z.int().min(0),
  attempts: z.array(taskAttempt),
}).meta({ id: 'TaskState' });

const templateParam: z.ZodType<TemplateParam> = z.looseObject({
  name: z.string(),
  value: text,
  required: z.boolean().exactOptional(),
});

const template: z.ZodType<OwnFields<OrderTemplate>> = whole<OwnFields<OrderTemplate>>()({
  id,
  version,
  name: z.string(),
  type: z.string(),
  currency: z.string().regex(/^\d{3}$/, { error: 'expected three digits (ISO 4217)' }),
  isPreAuth: z.boolean(),
  isForOneOrder: z.boolean(),
  additionalParams: z.array(templateParam),
  isActive: z.boolean(),
  createdAtMs: momentMs,
  amountMinor: minor.exactOptional(),
  nameForClient: text,
  description: text,
  descriptionForClient: text,
  distributionChannel: text,
  returnUrl: text,
  startsAtMs: momentMs.exactOptional(),
  endsAtMs: momentMs.exactOptional(),
  usedAtMs: momentMs.exactOptional(),
  isDeleted: z.literal(true).exactOptional(),
}).meta({ id: 'TemplateState' });

/** Everything of a merchant but its login and its journal, as one document. */
export const stateDocument = z
  .strictObject({
    format: z.literal(1, { error: 'expected format 1, the only one there is' }),
    clock: z.strictObject({ nowMs: z.int().min(0).max(lastMomentMs), isFrozen: z.boolean() }),
    settings,
    orders: z.array(orderState),
    callbacks: z.array(callback).describe('Those that wait are delivered when they are due.'),
    storedCards: z.array(storedCard),
    tasks: z.array(task),
    templates: z.array(template),
    counters: z
      .record(z.string(), z.int().min(1))
      .describe('How often the steps of scenarios have happened, and breaks were reached.'),
  })
  .meta({ id: 'MerchantState' });

/** Everything of a merchant, as one document that can be put in again. */
export type MerchantState = z.output<typeof stateDocument>;
