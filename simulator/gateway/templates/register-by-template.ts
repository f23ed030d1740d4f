import type { Values } from '../../data/parameter-table.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { type OrderTemplate, templateStatus } from '../../domain/orders/order-template.ts';
import type { Call, MerchantCall, OpenEndpoint } from '../../http/call/endpoint.ts';
import { ownResultPage } from '../../payments/orders/keep-order.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { readParams } from '../orders/read-params.ts';
import { registeredShape, registerOrder } from '../orders/register-order.ts';
import { keepTemplateChange, numericCurrency } from './template-call.ts';

/** The order's merchant is the template's. Source: a public client of Bereke. */
export const registerByTemplate: OpenEndpoint = {
  path: 'rest/registerByTemplate.do',
  meaning: 'Registers an order from a template, without a login.',
  meaningInRussian: 'Регистрирует заказ по шаблону, без логина.',
  source: 'rbs-clients',
  access: 'anyone',
  body: 'json',
  parameters: {
    templateId: { kind: 'text', required: true, max: 36, meaning: 'Id of the template.' },
    amount: { kind: 'amount', meaning: 'Amount in minor units, if the template has none.' },
    currency: { kind: 'text', max: 3, meaning: 'ISO 4217, in letters or digits.' },
    addParams: { kind: 'json', meaning: 'Further parameters; `email` is that of the payer.' },
    ...languageParameter,
  },
  refuses: [...refusalGroups.registration, 'template-not-found', 'template-unusable', 'amount-missing'],
  renderRefusal,
  shape: registeredShape,
  answer: (call) => {
    const { context, values } = call;
    const id = values['templateId'] ?? '';
    return context.runExclusive(`template ${id}`, async () => {
      const template = usable(call, await context.store.templates.find(id));
      const registration = await asRegistration(call, template);
      // Used before its order is there, so that no other call makes a second one.
      const { usedAtMs } = await keepTemplateChange(context, id, (latest) => asUsed(call, latest));
      try {
        return await registerOrder(registration, { isPreAuth: template.isPreAuth });
      } catch (error) {
        await keepTemplateChange(context, id, (latest) =>
          latest.usedAtMs === usedAtMs ? asBefore(template, latest) : latest,
        );
        throw error;
      }
    });
  },
};

/** @throws Refused if no order can be registered from it now. */
const usable = ({ context }: Call, template: OrderTemplate | undefined): OrderTemplate => {
  if (!template || template.isDeleted) throw new Refused('template-not-found');
  const status = templateStatus(template, context.clock.now());
  if (status !== 'ACTIVE') throw new Refused('template-unusable', { value: status });
  return template;
};

const asUsed = (call: Call, template: OrderTemplate): OrderTemplate => ({
  ...usable(call, template),
  usedAtMs: call.context.clock.now(),
});

const asBefore = ({ usedAtMs }: OrderTemplate, { usedAtMs: _, ...latest }: OrderTemplate): OrderTemplate => ({
  ...latest,
  ...(usedAtMs !== undefined && { usedAtMs }),
});

/** The call as its merchant would have made it to register.do. */
const asRegistration = async (call: Call, template: OrderTemplate): Promise<MerchantCall> => {
  const merchant = await call.context.store.merchants.find(template.merchant);
  if (!merchant) throw new Refused('template-not-found');
  const context = call.context.forMerchant(merchant);
  const { email, phone, ...params } = paramsOf(call, template);
  const values: Values = {
    orderNumber: context.ids.orderNumber(),
    amount: amountOf(call, template),
    currency: currencyOf({ ...call, context }, template),
    returnUrl: template.returnUrl ?? ownResultPage,
    description: template.descriptionForClient ?? template.description,
    jsonParams: JSON.stringify(params),
    email,
    phone,
  };
  return { ...call, context, merchant, values, parameters: {} };
};

/** The template's values, replaced by those of the call. @throws Refused if a value that the template requires is missing. */
const paramsOf = ({ values }: Call, { additionalParams }: OrderTemplate): Readonly<Record<string, string>> => {
  const said = readParams(values['addParams'], 'addParams');
  const missing = additionalParams.find(({ name, value, required }) => required && (said[name] ?? value ?? '') === '');
  if (missing) throw new Refused('parameter-missing', { field: missing.name.slice(0, 40) });
  const ready = additionalParams.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return { ...Object.fromEntries(ready), ...said };
};

/** A template's own amount holds, and another one is refused (a guess). */
const amountOf = ({ values }: Call, { amountMinor }: OrderTemplate): string => {
  const sent = values['amount'];
  const amount = amountMinor?.toString() ?? sent;
  if (amount === undefined) throw new Refused('amount-missing');
  if (sent !== undefined && Number(sent) !== Number(amount)) throw new Refused('amount-invalid');
  return amount;
};

const currencyOf = ({ values, context }: Call, { currency }: OrderTemplate): string => {
  if (values['currency'] === undefined) return currency;
  const sent = numericCurrency(values['currency'], context.bank);
  if (sent !== currency) throw new Refused('currency-unknown', { value: sent });
  return sent;
};
