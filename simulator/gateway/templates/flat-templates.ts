import type { AnswerTable } from '../../data/answer-table.ts';
import type { Meanings } from '../../data/endpoint-facts.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { type OrderTemplate, templateStatus, templateStatuses } from '../../domain/orders/order-template.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import {
  alphaCurrency,
  changeTemplate,
  findTemplate,
  newTemplate,
  readTemplate,
  templateFields,
} from './template-call.ts';

/**
 * A call of the younger family of templates, whose fields stand at the top and whose answer has an errorCode only if
 * something is wrong. At Alfa they make the static QR codes of a Russian payment system; orders by link are the same.
 * Source: Alfa's Swagger, SbpTemplateDetailsResponse.
 */
const endpoint = (
  name: string,
  meanings: Meanings,
  parameters: ParameterTable,
  find: (call: MerchantCall) => Promise<OrderTemplate>,
): MerchantEndpoint => ({
  path: `rest/templates/${name}`,
  ...meanings,
  source: 'alfa-swagger',
  imitated: 'partly',
  access: 'merchant',
  body: 'json',
  parameters: { ...credentialParameters, ...languageParameter, ...parameters },
  refuses: [...refusalGroups.template, 'template-not-found'],
  renderRefusal,
  shape: () => ({ name: 'FlatTemplate', fields: flatFields }),
  answer: async (call) => renderFlat(call, await find(call)),
});

const { name, type, amount, currency, distributionChannel, startDate, endDate, returnUrl } = templateFields;
const changeable = { name, distributionChannel, startDate, endDate, returnUrl } as const;
const templateId = { kind: 'text', required: true, max: 36, meaning: 'Id of the template.' } as const;

export const createFlatTemplate = endpoint(
  'createTemplate.do',
  {
    meaning: 'Templates with flat fields. At Alfa they make static QR codes, which are left out.',
    meaningInRussian: 'Шаблоны с плоскими полями. У Альфа-Банка они создают статические QR-коды, которых здесь нет.',
  },
  { ...changeable, type, amount, currency },
  async (call) => {
    const template = newTemplate(call, call.values, 'SBP_QR');
    await call.context.store.templates.insert(template);
    return template;
  },
);

/** A form or a query at Alfa. */
export const getFlatTemplate = endpoint(
  'getTemplateDetails.do',
  {
    meaning: 'One template with flat fields, as `createTemplate.do` makes it.',
    meaningInRussian: 'Один шаблон с плоскими полями, в том виде, в каком его создаёт `createTemplate.do`.',
  },
  { templateId },
  (call) => findTemplate(call, call.values['templateId'] ?? ''),
);

export const updateFlatTemplate = endpoint(
  'updateTemplate.do',
  {
    meaning: 'Changes a template with flat fields: another name or time, or switched off.',
    meaningInRussian: 'Меняет шаблон с плоскими полями: другое имя или время, либо выключает его.',
  },
  { ...changeable, templateId, status: { kind: 'text', max: 8, meaning: 'ACTIVE, INACTIVE or WAITING.' } },
  (call) =>
    changeTemplate(call, call.values['templateId'] ?? '', (template) => ({
      ...template,
      ...readTemplate(call, call.values),
      ...activityOf(call.values['status']),
    })),
);

/** A template's dates decide whether it still waits. @throws Refused for another word. */
const activityOf = (status: string | undefined): Partial<OrderTemplate> => {
  if (status === undefined) return {};
  if (!['ACTIVE', 'INACTIVE', 'WAITING'].includes(status)) throw new Refused('value-invalid', { field: 'status' });
  return { isActive: status !== 'INACTIVE' };
};

const flatFields: AnswerTable = {
  templateId: { kind: 'text' },
  name: { kind: 'text' },
  type: { kind: 'text' },
  status: { kind: 'text', values: templateStatuses },
  amount: { kind: 'number', optional: true },
  currency: { kind: 'text', meaning: 'In letters.' },
  distributionChannel: { kind: 'text', optional: true },
  startDate: { kind: 'text', optional: true },
  endDate: { kind: 'text', optional: true },
  useDate: { kind: 'text', optional: true },
};

const renderFlat = ({ context }: MerchantCall, template: OrderTemplate): object => {
  const { amountMinor, distributionChannel, startsAtMs, endsAtMs, usedAtMs } = template;
  return {
    templateId: template.id,
    name: template.name,
    type: template.type,
    status: templateStatus(template, context.clock.now()),
    ...(amountMinor !== undefined && { amount: amountMinor }),
    currency: alphaCurrency(template.currency),
    ...(distributionChannel !== undefined && { distributionChannel }),
    ...dateText('startDate', startsAtMs),
    ...dateText('endDate', endsAtMs),
    ...dateText('useDate', usedAtMs),
  };
};

const dateText = (field: string, ms: number | undefined): object =>
  ms === undefined ? {} : { [field]: new Date(ms).toISOString().slice(0, 19) };
