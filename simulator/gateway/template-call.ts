import { currencies, currencyByNumeric } from '../data/currencies.ts';
import type { OrderTemplate } from '../domain/order-template.ts';
import { Refused } from '../domain/refused.ts';
import { dateTimeMs } from '../http/check-parameters.ts';
import type { MerchantCall } from '../http/endpoint.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../http/parameter-table.ts';

/** What a template says. Names from public clients of Alfa; what they allow is a guess. */
export const templateParameters = {
  ...credentialParameters,
  ...languageParameter,
  name: { kind: 'text', max: 255, meaning: 'Name of the template.' },
  type: { kind: 'text', max: 32, meaning: 'Kind of the template; kept as it is.' },
  amount: { kind: 'amount', meaning: 'Amount in minor units; absent: named at registration.' },
  currency: { kind: 'text', max: 3, meaning: 'ISO 4217, in letters or digits.' },
  description: { kind: 'text', max: 598, meaning: 'What the payer reads.' },
  returnUrl: { kind: 'return-url', max: 512, meaning: 'Where the payer goes after the payment.' },
  startDate: { kind: 'date-time', meaning: 'From when it can be used, UTC.' },
  endDate: { kind: 'date-time', meaning: 'Until when it can be used, UTC.' },
  active: { kind: 'flag', meaning: 'Whether it can be used.' },
} as const satisfies ParameterTable;

/** ISO 4217 numeric of a currency in letters or digits, among those of the bank. @throws Refused where there is none such. */
export const numericCurrency = (sent: string | undefined, bank: MerchantCall['context']['bank']): string => {
  const numeric = currencies.find(({ alpha }) => alpha === sent?.toUpperCase())?.numeric ?? sent ?? bank.currency;
  if (!bank.currencies.includes(numeric)) throw new Refused('currency-unknown', { value: numeric.slice(0, 8) });
  return numeric;
};

/** What a call says of a template; keys that it does not name are absent. */
export const readTemplate = ({ values, context }: MerchantCall): Partial<OrderTemplate> => {
  const { name, type, amount, currency, description, returnUrl, startDate, endDate, active } = values;
  return {
    ...(name !== undefined && { name }),
    ...(type !== undefined && { type }),
    ...(amount !== undefined && { amountMinor: Number(amount) }),
    ...(currency !== undefined && { currency: numericCurrency(currency, context.bank) }),
    ...(description !== undefined && { description }),
    ...(returnUrl !== undefined && { returnUrl }),
    ...dateOf('startsAtMs', startDate),
    ...dateOf('endsAtMs', endDate),
    ...(active !== undefined && { isActive: active.toLowerCase() === 'true' }),
  };
};

const dateOf = (name: 'startsAtMs' | 'endsAtMs', text: string | undefined): Partial<OrderTemplate> => {
  const ms = dateTimeMs(text ?? '');
  return ms === undefined ? {} : { [name]: ms };
};

/** The template that a call names. @throws Refused where the merchant has none such. */
export const findTemplate = async ({ context, values, merchant }: MerchantCall): Promise<OrderTemplate> => {
  const template = await context.store.templates.find(values['templateId'] ?? '');
  if (template?.merchant !== merchant.login) throw new Refused('nothing-found');
  return template;
};

export const renderTemplate = (template: OrderTemplate): object => {
  const { id, name, type, currency, amountMinor, description, returnUrl, startsAtMs, endsAtMs, isActive } = template;
  return {
    templateId: id,
    name,
    type,
    currency: currencyByNumeric(currency)?.alpha ?? currency,
    ...(amountMinor !== undefined && { amount: amountMinor }),
    ...(description !== undefined && { description }),
    ...(returnUrl !== undefined && { returnUrl }),
    ...(startsAtMs !== undefined && { startDate: new Date(startsAtMs).toISOString().slice(0, 19) }),
    ...(endsAtMs !== undefined && { endDate: new Date(endsAtMs).toISOString().slice(0, 19) }),
    status: isActive ? 'ACTIVE' : 'INACTIVE',
  };
};
