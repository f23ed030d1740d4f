import type { Context } from '../../context.ts';
import { currencies, currencyByNumeric } from '../../data/currencies.ts';
import type { ParameterTable, Values } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { OrderTemplate, TemplateParam } from '../../domain/orders/order-template.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { dateTimeMs, isTrue, jsonList } from '../../http/read/check-parameters.ts';
import { changeRow } from '../../store/change-row.ts';
import { mostParams } from '../orders/read-params.ts';

/** The fields of a template. Source: Alfa's Swagger; the form of the dates is a guess, and `returnUrl` is tillbox's own. */
export const templateFields = {
  name: { kind: 'text', max: 255, meaning: 'Name of the template.' },
  type: { kind: 'text', max: 32, meaning: 'Kind of the template; kept as it is.' },
  amount: { kind: 'amount', meaning: 'Amount in minor units; absent: named at registration.' },
  currency: { kind: 'text', max: 3, meaning: 'ISO 4217, in letters or digits.' },
  description: { kind: 'text', max: 598, meaning: 'For the merchant.' },
  descriptionForClient: { kind: 'text', max: 598, meaning: 'What the payer reads; otherwise the description.' },
  nameForClient: { kind: 'text', max: 255, meaning: 'Name that the payer reads; kept as it is.' },
  distributionChannel: { kind: 'text', max: 255, meaning: 'Where it is shown; kept as it is.' },
  preAuth: { kind: 'flag', meaning: 'Its orders hold the money first.' },
  singlePayment: { kind: 'flag', meaning: 'One order, and no more.' },
  additionalParams: { kind: 'json', meaning: 'Parameters of its orders beside the amount.' },
  returnUrl: { kind: 'return-url', max: 512, meaning: 'Where the payer goes after the payment.' },
  startDate: { kind: 'date-time', meaning: 'From when it can be used, UTC.' },
  endDate: { kind: 'date-time', meaning: 'Until when it can be used, UTC.' },
} as const satisfies ParameterTable;

/** ISO 4217 numeric of a currency in letters or digits, among those of the bank. @throws Refused if there is none. */
export const numericCurrency = (sent: string | undefined, bank: MerchantCall['context']['bank']): string => {
  const numeric = currencies.find(({ alpha }) => alpha === sent?.toUpperCase())?.numeric ?? sent ?? bank.currency;
  if (!bank.currencies.includes(numeric)) throw new Refused('currency-unknown', { value: numeric.slice(0, 8) });
  return numeric;
};

export const alphaCurrency = (numeric: string): string => currencyByNumeric(numeric)?.alpha ?? numeric;

/** Fields of a template that are texts on the wire and here. */
const texts = [
  'name',
  'type',
  'description',
  'descriptionForClient',
  'nameForClient',
  'distributionChannel',
  'returnUrl',
] as const satisfies readonly (keyof OrderTemplate & keyof typeof templateFields)[];

/** The template's fields in a call; keys that it does not name are absent. */
export const readTemplate = ({ context }: MerchantCall, values: Values): Partial<OrderTemplate> => {
  const { amount, currency, preAuth, singlePayment, startDate, endDate } = values;
  return {
    ...Object.fromEntries(texts.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]))),
    ...(amount !== undefined && { amountMinor: Number(amount) }),
    ...(currency !== undefined && { currency: numericCurrency(currency, context.bank) }),
    ...(preAuth !== undefined && { isPreAuth: isTrue(preAuth) }),
    ...(singlePayment !== undefined && { isForOneOrder: isTrue(singlePayment) }),
    ...dateOf('startsAtMs', startDate),
    ...dateOf('endsAtMs', endDate),
  };
};

const dateOf = (name: 'startsAtMs' | 'endsAtMs', text: string | undefined): Partial<OrderTemplate> => {
  const ms = dateTimeMs(text ?? '');
  return ms === undefined ? {} : { [name]: ms };
};

/** The template's params after those of a call: each replaces the one with its name, and `REMOVE` takes it away. Source: Alfa's Swagger, mode. */
export const joinParams = (known: readonly TemplateParam[], text: string | undefined): readonly TemplateParam[] => {
  const byName = new Map(known.map((param) => [param.name, param]));
  for (const { mode, ...sent } of text === undefined ? [] : jsonList(text, 'additionalParams')) {
    const { name, value, required } = sent;
    const isWellFormed =
      typeof name === 'string' &&
      name !== '' &&
      (value === undefined || value === null || typeof value === 'string') &&
      (required === undefined || required === null || typeof required === 'boolean');
    if (!isWellFormed) throw new Refused('value-invalid', { field: 'additionalParams' });
    if (mode === 'REMOVE') byName.delete(name);
    else byName.set(name, withoutNulls({ ...sent, name }));
  }
  if (byName.size > mostParams) throw new Refused('value-invalid', { field: 'additionalParams' });
  return [...byName.values()];
};

const withoutNulls = (param: TemplateParam): TemplateParam => ({
  name: param.name,
  ...Object.fromEntries(Object.entries(param).filter(([, value]) => value !== null)),
});

/** A new template of a call. @throws Refused if it has no name, or ends before it begins. */
export const newTemplate = (call: MerchantCall, values: Values, type: string): OrderTemplate => {
  const { context, merchant } = call;
  if (values['name'] === undefined) throw new Refused('parameter-missing', { field: 'name' });
  const nowMs = context.clock.now();
  return checkedTimes({
    id: context.ids.uuid(nowMs),
    version: 1,
    merchant: merchant.login,
    name: values['name'],
    type,
    currency: numericCurrency(undefined, context.bank),
    isPreAuth: false,
    isForOneOrder: false,
    additionalParams: joinParams([], values['additionalParams']),
    isActive: true,
    createdAtMs: nowMs,
    ...readTemplate(call, values),
  });
};

const checkedTimes = (template: OrderTemplate): OrderTemplate => {
  const { startsAtMs = 0, endsAtMs = Number.POSITIVE_INFINITY } = template;
  if (endsAtMs <= startsAtMs) throw new Refused('value-invalid', { field: 'endDate' });
  return template;
};

/** The template that a call names. @throws Refused if the merchant has none. */
export const findTemplate = async (call: MerchantCall, id: string): Promise<OrderTemplate> =>
  own(call, await call.context.store.templates.find(id));

const own = ({ merchant }: MerchantCall, template: OrderTemplate | undefined): OrderTemplate => {
  if (template?.merchant !== merchant.login || template.isDeleted) throw new Refused('template-not-found');
  return template;
};

export const keepTemplateChange = (
  { store }: Context,
  id: string,
  change: (template: OrderTemplate) => OrderTemplate,
): Promise<OrderTemplate> => changeRow(store.templates, id, 'template-not-found', change);

/** Changes a template of the merchant after all earlier changes. */
export const changeTemplate = (
  call: MerchantCall,
  id: string,
  change: (template: OrderTemplate) => OrderTemplate,
): Promise<OrderTemplate> =>
  call.context.runExclusive(`template ${id}`, () =>
    keepTemplateChange(call.context, id, (template) => checkedTimes(change(own(call, template)))),
  );
