import type { Context } from '../../context.ts';
import type { AnswerShape } from '../../data/answer-table.ts';
import { spelledAs, textLanguageOf } from '../../data/page-languages.ts';
import type { Values } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { dateTimeMs, jsonObject } from '../../http/read/check-parameters.ts';
import { everyParameter } from '../../http/read/parameters.ts';
import { usableBinding } from '../../payments/cards/stored-card.ts';
import { keepOrder, newOrder } from '../../payments/orders/keep-order.ts';
import { withFirstActs } from '../../payments/orders/plan-acts.ts';
import { refuseUnknownOutcome } from '../../payments/orders/refuse-unknown-outcome.ts';
import { cardPageAddress } from '../../wire/card-page-address.ts';
import { resultFields, writeResult } from '../answers/write-result.ts';
import { checkRecurringTerms } from '../recurring/recurring-terms.ts';
import { readCustomerBundle } from './customer-bundle.ts';
import { readFeatures } from './features.ts';
import { readOrderBundle } from './order-bundle.ts';
import { readParams } from './read-params.ts';

/** Optional texts of an order that are kept as they were sent. */
const keptTexts = [
  'failUrl',
  'dynamicCallbackUrl',
  'description',
  'clientId',
  'cardholderName',
  'email',
  'phone',
  'postAddress',
  'pageView',
  'mcc',
  'mvv',
] as const satisfies readonly (keyof Order)[];

/** Registers an order and answers with its id and the address of its card page. */
export const registerOrder = async (call: MerchantCall, { isPreAuth }: { isPreAuth: boolean }): Promise<object> => {
  refuseUnlessWanted(call);
  const order = await keepNewOrder(call, { isPreAuth });
  const registered = { orderId: order.id, formUrl: call.origin + cardPageAddress(call.context.bank, order) };
  const { success } = call.context.bank.results.register;
  return success === 'absent' ? registered : { ...writeResult(success, '0'), ...registered };
};

/** The answer of `registerOrder`. */
export const registeredShape = ({ results }: Context['bank']): AnswerShape => ({
  name: 'Registered',
  fields: {
    ...resultFields(results.register.success),
    orderId: { kind: 'text', meaning: "The gateway's id of the order." },
    formUrl: { kind: 'text', meaning: 'The card page, where the payer goes.' },
  },
});

/**
 * Makes an order out of a call's parameters and keeps it; also for calls that register and pay at once.
 * @throws Refused if a value is wrong or the order number was used before.
 */
export const keepNewOrder = async (
  sent: MerchantCall,
  { isPreAuth, ...given }: { isPreAuth: boolean } & Partial<Order>,
): Promise<Order> => {
  const call = withoutStoredCards(sent);
  const { context, values, merchant } = call;
  if (values['merchantLogin'] !== undefined && !isMerchantNamed(merchant.login, values['merchantLogin']))
    throw new Refused('access-denied');
  const params = readParams(values['jsonParams'], 'jsonParams');
  checkRecurringTerms(params);
  if (params['scenario'] !== undefined) await refuseUnknownOutcome(context, params['scenario']);
  const binding = values['bindingId'] === undefined ? undefined : await bindingOf(call, values['bindingId']);
  const order: Order = { ...readOrder(call, isPreAuth, params, given), ...binding, ...given };
  const planned = withFirstActs(context, order);
  return keepOrder(context, planned instanceof Promise ? await planned : planned);
};

/**
 * Without the permission for stored cards an order has no client, so that none is offered or stored: a guess.
 * @throws Refused if it names a stored card
 */
const withoutStoredCards = (call: MerchantCall): MerchantCall => {
  const { context, values, merchant } = call;
  const permission = 'stored-cards';
  if (!merchant.withoutPermissions?.includes(permission)) return call;
  const { clientId, bindingId, ...rest } = values;
  if (bindingId !== undefined) throw new Refused('access-denied', { permission });
  if (clientId !== undefined)
    context.log.warn(
      { login: merchant.login },
      'clientId is ignored: the merchant has no permission for stored-cards, as withoutPermissions says',
    );
  return { ...call, values: rest };
};

/** @throws Refused if the order is not all that this bank wants of register.do. */
const refuseUnlessWanted = ({ context: { bank }, values }: MerchantCall): void => {
  const missing = bank.registrationWants.find((name) => values[name] === undefined);
  if (missing === 'jsonParams') throw new Refused('value-invalid', { field: missing });
  if (missing) throw new Refused('parameter-missing', { field: missing });
  const amountMinor = Number(values['amount']);
  if (amountMinor > 0 && amountMinor < bank.leastAmountMinor) throw new Refused('amount-invalid');
  refuseUnlessComplete(values['jsonParams'], Object.entries(bank.paramsWanted));
};

const refuseUnlessComplete = (jsonParams: string | undefined, wanted: readonly (readonly [string, number])[]): void => {
  if (wanted.length === 0) return;
  const params = readParams(jsonParams, 'jsonParams');
  for (const [name, longest] of wanted) {
    const { length } = params[name] ?? '';
    if (length === 0 || length > longest) throw new Refused('value-invalid', { field: `jsonParams.${name}` });
  }
};

/** The only stored card that may pay; its client is the order's. @throws Refused if it cannot be used. */
const bindingOf = async (
  { context, values, merchant, parameters }: MerchantCall,
  bindingId: string,
): Promise<Partial<Order>> => {
  const { clientId } = values;
  if (everyParameter(parameters, 'features').some((sent) => /FORCE_CREATE_BINDING|BINDING_NOT_NEEDED/.test(sent)))
    throw new Refused('feature-forbidden', { value: 'bindingId + FORCE_CREATE_BINDING' });
  const binding = await usableBinding(context, { merchant: merchant.login, clientId }, bindingId);
  return { onlyBindingId: binding.id, clientId: binding.clientId };
};

/** Ways to pay that FORCE_PAYMENT_WAY can ask for. */
const forcedWays: ReadonlySet<string> = new Set(['CARD_MOTO', 'CARD_PRESENT']);

const refuseUnknownWay = (features: readonly string[], { paymentWay = '' }: Order['params']): void => {
  if (features.includes('FORCE_PAYMENT_WAY') && !forcedWays.has(paymentWay))
    throw new Refused('payment-way-unknown', { value: paymentWay.slice(0, 40) });
};

const readOrder = (call: MerchantCall, isPreAuth: boolean, params: Order['params'], given: Partial<Order>): Order => {
  const { context, values, merchant, parameters } = call;
  const nowMs = context.clock.now();
  refuseDescription(call);
  const sent = readFeatures(everyParameter(parameters, 'features'), {
    hasClientId: values['clientId'] !== undefined,
    allowed: context.bank.allowedFeatures,
  });
  const features = withCheckAtZero(call, sent, given);
  refuseUnknownWay(features, params);
  const amountMinor = given.amountMinor ?? readAmount(values, features);
  const currency = readCurrency(call);
  return newOrder(context, {
    merchant: merchant.login,
    orderNumber: readOrderNumber(call),
    isPreAuth,
    amountMinor,
    feeMinor: Number(values['feeInput'] ?? 0),
    currency,
    ...readLanguage(call),
    returnUrl: detached(values['returnUrl'] ?? ''),
    registeredAtMs: nowMs,
    expiresAtMs: readExpiry(call, nowMs),
    merchantIp: call.ip,
    params,
    features,
    ...(merchant.bank !== undefined && { bank: merchant.bank }),
    ...keepTexts(values),
    ...readOptional(call, amountMinor, currency),
  });
};

/** The language of the order, and the bank's own name for it if they differ. @throws Refused if the bank does not take it. */
const readLanguage = ({ context, values, language }: MerchantCall): Pick<Order, 'language' | 'languageCode'> => {
  const code = values['language']?.toLowerCase();
  const { languages, refusesOtherLanguages } = context.bank;
  const known = { language: textLanguageOf(language) };
  if (code === undefined) return known;
  const languageCode = spelledAs(languages, code);
  if (languageCode === undefined && refusesOtherLanguages) throw new Refused('language-unknown', { value: code });
  return languageCode === undefined || languageCode === known.language ? known : { ...known, languageCode };
};

/** At some banks amount 0 says it all: the card is checked, and stored for the client. */
const withCheckAtZero = (
  { context: { bank }, values }: MerchantCall,
  features: readonly string[],
  given: Partial<Order>,
): readonly string[] => {
  if (!bank.checksCardAtZero || given.amountMinor !== undefined || Number(values['amount']) !== 0) return features;
  const stores = values['clientId'] !== undefined && !features.includes('BINDING_NOT_NEEDED');
  return [...new Set([...features, 'VERIFY', ...(stores ? ['FORCE_CREATE_BINDING'] : [])])];
};

const readAmount = (values: Values, features: readonly string[]): number => {
  const amountMinor = Number(values['amount']);
  if (amountMinor === 0 && !features.includes('VERIFY')) throw new Refused('amount-invalid');
  return amountMinor;
};

const readCurrency = ({ context, values }: MerchantCall): string => {
  const currency = values['currency'] ?? context.bank.currency;
  if (!context.bank.currencies.includes(currency)) throw new Refused('currency-unknown', { value: currency });
  return currency;
};

const readOrderNumber = ({ context, values }: MerchantCall): string => {
  const orderNumber = values['orderNumber'];
  if (orderNumber === undefined) {
    if (!context.bank.generatesOrderNumber) throw new Refused('parameter-missing', { field: 'orderNumber' });
    return context.ids.orderNumber();
  }
  if (orderNumber.length > context.bank.orderNumberLength || (context.bank.wantsPlainTexts && !isPlain(orderNumber)))
    throw new Refused('order-number-invalid', { field: 'orderNumber' });
  return detached(orderNumber);
};

/** Space to `}` of ASCII, apart from `%` and `+`. Source: public clients of BT iPay. */
const isPlain = (text: string): boolean => /^[\x20-\x7d]*$/.test(text) && !/[%+]/.test(text);

const refuseDescription = ({ context: { bank }, values: { description = '' } }: MerchantCall): void => {
  if (description.length > bank.descriptionLength || (bank.wantsPlainTexts && !isPlain(description)))
    throw new Refused('value-invalid', { field: 'description' });
};

const readExpiry = ({ context, values }: MerchantCall, nowMs: number): number => {
  const expiresAtMs = dateTimeMs(values['expirationDate'] ?? '');
  if (expiresAtMs === undefined) {
    return nowMs + Number(values['sessionTimeoutSecs'] ?? context.options.sessionTimeoutSecs) * 1000;
  }
  if (expiresAtMs <= nowMs) throw new Refused('value-invalid', { field: 'expirationDate' });
  return expiresAtMs;
};

/** A parameter is a slice that keeps the whole request body in memory, with the password in it; a copy does not. */
const detached = (value: string): string => Buffer.from(value).toString();

const keepTexts = (values: Values): Partial<Order> => {
  const kept: Record<string, string> = {};
  for (const name of keptTexts) {
    const value = values[name];
    if (value !== undefined) kept[name] = detached(value);
  }
  return kept;
};

const readOptional = ({ values, context }: MerchantCall, amountMinor: number, currency: string): Partial<Order> => {
  for (const name of ['billingPayerData', 'shippingPayerData', 'preOrderPayerData', 'orderPayerData']) {
    jsonObject(values[name], name);
  }
  const readBundle = context.bank.wantsCustomer ? readCustomerBundle : readOrderBundle;
  const orderBundle = readBundle(values['orderBundle'], amountMinor, currency);
  const paymentFacilitator = jsonObject(values['paymentFacilitator'], 'paymentFacilitator');
  const autocompletionAtMs = dateTimeMs(values['autocompletionDate'] ?? '');
  const autoReverseAtMs = dateTimeMs(values['autoReverseDate'] ?? '');
  if (autocompletionAtMs !== undefined && autoReverseAtMs !== undefined) {
    throw new Refused('value-invalid', { field: 'autoReverseDate' });
  }
  return {
    ...(values['ip'] !== undefined && { payerIp: values['ip'] }),
    ...(orderBundle && { orderBundle }),
    ...(paymentFacilitator && { paymentFacilitator }),
    ...(autocompletionAtMs !== undefined && { autocompletionAtMs }),
    ...(autoReverseAtMs !== undefined && { autoReverseAtMs }),
  };
};
