import type { OrderTemplate } from '../domain/order-template.ts';
import { Refused } from '../domain/refused.ts';
import type { Call, OpenEndpoint } from '../http/endpoint.ts';
import { languageParameter } from '../http/parameter-table.ts';
import { keepOrder, newOrder } from '../payments/keep-order.ts';
import { readParams } from './read-params.ts';
import { formUrl } from './register-order.ts';
import { renderRefusal } from './render-refusal.ts';
import { numericCurrency } from './template-call.ts';

/** Where the payer goes when the template names no address: the gateway's own result page. */
const ownResultPage = 'finish.html';

/** registerByTemplate.do: an order from a template, without a login; the template says whose it is. Source: a public client of Bereke. */
export const registerByTemplate: OpenEndpoint = {
  path: 'rest/registerByTemplate.do',
  access: 'anyone',
  body: 'json',
  parameters: {
    templateId: { kind: 'text', required: true, max: 36, meaning: 'Id of the template.' },
    amount: { kind: 'amount', meaning: 'Amount in minor units, where the template has none.' },
    currency: { kind: 'text', max: 3, meaning: 'ISO 4217, in letters or digits.' },
    addParams: { kind: 'json', meaning: 'Further parameters; `email` is that of the payer.' },
    ...languageParameter,
  },
  renderRefusal,
  answer: async (call) => {
    const { context, values, language, ip } = call;
    const template = await usableTemplate(call);
    const { email, phone, ...params } = readParams(values['addParams'], 'addParams');
    const order = await keepOrder(
      context,
      newOrder(context, {
        merchant: template.merchant,
        orderNumber: context.ids.orderNumber(),
        amountMinor: amountOf(call, template),
        currency: currencyOf(call, template),
        language,
        returnUrl: template.returnUrl ?? ownResultPage,
        expiresAtMs: context.clock.now() + context.options.sessionTimeoutSecs * 1000,
        merchantIp: ip,
        params,
        ...(template.description !== undefined && { description: template.description }),
        ...(email !== undefined && { email }),
        ...(phone !== undefined && { phone }),
      }),
    );
    return { orderId: order.id, formUrl: formUrl(call, order) };
  },
};

const usableTemplate = async ({ context, values }: Call): Promise<OrderTemplate> => {
  const template = await context.store.templates.find(values['templateId'] ?? '');
  if (!template) throw new Refused('nothing-found');
  const nowMs = context.clock.now();
  const { isActive, startsAtMs = 0, endsAtMs = Number.POSITIVE_INFINITY } = template;
  if (!isActive || nowMs < startsAtMs || nowMs > endsAtMs) throw new Refused('wrong-status');
  return template;
};

const amountOf = ({ values }: Call, { amountMinor }: OrderTemplate): number => {
  const sent = values['amount'] === undefined ? undefined : Number(values['amount']);
  const amount = amountMinor ?? sent;
  if (amount === undefined) throw new Refused('amount-missing');
  if (amount === 0 || (sent !== undefined && sent !== amount)) throw new Refused('amount-invalid');
  return amount;
};

const currencyOf = ({ values, context }: Call, { currency }: OrderTemplate): string => {
  if (values['currency'] === undefined) return currency;
  const sent = numericCurrency(values['currency'], context.bank);
  if (sent !== currency) throw new Refused('currency-unknown', { value: sent });
  return sent;
};
