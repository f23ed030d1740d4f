import { z } from 'zod';
import { isKnownCurrency } from '../../data/currencies.ts';
import { newestStatusVersion } from '../../data/status-fields.ts';
import {
  callbackChecksums,
  callbackOperations,
  longestRetryAfterMs,
  mostFailuresAllowed,
} from '../../domain/callback.ts';
import { mostPaymentAttempts } from '../../domain/merchant.ts';
import { permissions } from '../../domain/permissions.ts';
import { permittedFeatures } from '../../domain/permitted-features.ts';

export const loginField = z.strictObject({ login: z.string().min(1).describe('Login of the merchant.') });

/** Login of a merchant, and name of a scenario. */
export const scenarioFields = loginField.extend({
  name: z.string().describe('Name of the scenario; `own` is the one that was set as a whole.'),
});

const url = z.string().regex(/^https?:\/\/\S+$/, { error: 'expected an address that begins with http:// or https://' });

const headersExpected = 'expected names of HTTP headers, each with a text';
const headerValue = z.string({ error: headersExpected });

const callbackFields = {
  url: url.describe('Address of callbacks; an order with a dynamicCallbackUrl has its own.'),
  method: z.enum(['GET', 'POST']),
  token: z.string().min(1).describe('Key of the HMAC checksum, or in base64 of the JWT.'),
  checksum: z.enum(callbackChecksums),
  headers: z
    .record(z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, { error: headersExpected }), headerValue, {
      error: headersExpected,
    })
    .describe('Further HTTP headers.'),
  operations: z.array(z.enum(callbackOperations)),
  parameters: z.array(z.string()).describe('Further parameters, such as amount or maskedPan.'),
  sendsCreationDate: z.boolean(),
  retryAfterMs: z.int().min(0).max(longestRetryAfterMs),
  mostFailures: z.int().min(1).max(mostFailuresAllowed),
};

const settings = {
  password: z.string().min(1).max(200),
  name: z.string().min(1).max(200).describe('Name of the shop on the card page.'),
  token: z.string().min(1).max(256).describe('Public token that may stand in place of login and password.'),
  bank: z.string().describe('The bank whose gateway this merchant uses; `GET /banks` lists them.'),
  statusVersion: z.int().min(1).max(newestStatusVersion).describe('Version of getOrderStatusExtended.do.'),
  errorCodeStyle: z.enum(['text', 'number']).describe('errorCode of operations that went well.'),
  allowedFeatures: z
    .array(z.enum(permittedFeatures))
    .describe('Features that need a permission, and that this merchant may use; by default those of the bank.'),
  withoutPermissions: z
    .array(z.enum(permissions))
    .describe(
      'Permissions that the bank has not given this merchant: calls that need one are refused with 5. Without stored-cards, clientId of an order is ignored.',
    ),
  paymentAttempts: z
    .int()
    .min(1)
    .max(mostPaymentAttempts)
    .describe('How many cards the payer may try on one order; by default as many as at the bank.'),
  sslOnly: z.boolean().describe('Whether cards are paid without 3-D Secure.'),
  lenient: z
    .boolean()
    .describe('Whether the fields inside its JSON parameters, such as billingPayerData, may have any length and form.'),
  currencies: z
    .array(z.string().refine(isKnownCurrency, { error: 'expected a currency of ISO 4217, such as 398 or KZT' }))
    .min(1)
    .describe('Currencies that it takes, by number or letters; the first is for orders without one.'),
  certificate: z.string().describe('X.509 certificate in PEM; with one, every call has to be signed.'),
};

const nullable = <Shape extends Record<string, z.ZodType>>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, schema.nullable().optional()])) as {
    [Name in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Name]>>;
  };

const changes = {
  ...nullable(settings),
  // Every merchant has one.
  password: settings.password.optional(),
  callbacks: z
    .strictObject(nullable(callbackFields))
    .optional()
    .describe('How the merchant is notified of its payments.'),
};

/** Changes of a merchant; null removes a setting. */
export const merchantChanges = z.strictObject(changes).meta({ id: 'MerchantChanges' });

export const newMerchant = z
  .strictObject({
    login: z
      .string()
      .regex(/^[\w.@-]{1,100}$/, { error: 'expected letters, digits, or one of . _ - @' })
      .optional(),
    breakOf: z
      .string()
      .optional()
      .describe(
        'The login of another merchant: its break, as it is now, is that of the new one, too, whose calls count there.',
      ),
    ...changes,
  })
  .meta({ id: 'NewMerchant' });

/** A merchant in answers. */
export const merchantAnswer = z
  .strictObject({
    login: z.string(),
    ...settings,
    token: settings.token.optional(),
    statusVersion: settings.statusVersion.optional(),
    errorCodeStyle: settings.errorCodeStyle.optional(),
    allowedFeatures: settings.allowedFeatures.optional(),
    withoutPermissions: settings.withoutPermissions.optional(),
    paymentAttempts: settings.paymentAttempts.optional(),
    sslOnly: settings.sslOnly.optional(),
    lenient: settings.lenient.optional(),
    currencies: z.array(z.string()).optional(),
    certificate: settings.certificate.optional(),
    callbacks: z.strictObject({
      ...callbackFields,
      url: z.string().optional(),
      token: callbackFields.token.optional(),
      checksum: callbackFields.checksum.optional(),
      headers: z.record(z.string(), z.string()).optional(),
    }),
    scenario: z.string().optional().describe('The scenario that all its payments follow.'),
    ownScenario: z.unknown().optional().describe('The same scenario in full, if it was set that way.'),
    nextOrders: z
      .strictObject({
        scenario: z.string().optional(),
        ownScenario: z.unknown().optional(),
        orders: z.int(),
        left: z.int().describe('How many of these orders are not registered yet.'),
      })
      .optional()
      .describe('The scenario that its next orders follow instead; absent if none is left.'),
    break: z
      .strictObject({ id: z.string(), of: z.string().optional().describe('The merchant whose break it is.') })
      .optional()
      .describe('What is wrong with its gateway: `GET /breaks` lists what can be.'),
    restUrl: z.string().describe('Address of the merchant API.'),
  })
  .meta({ id: 'Merchant' });
