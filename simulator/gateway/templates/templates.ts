import type { AnswerTable } from '../../data/answer-table.ts';
import type { Meanings } from '../../data/endpoint-facts.ts';
import {
  credentialParameters,
  languageParameter,
  type ParameterTable,
  type Values,
} from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import { type OrderTemplate, templateStatus, templateStatuses } from '../../domain/orders/order-template.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue, jsonObject, parameterChecker } from '../../http/read/check-parameters.ts';
import { parametersOf } from '../../http/read/json-parameters.ts';
import { renderTaskRefusal } from '../answers/render-json-refusal.ts';
import {
  alphaCurrency,
  changeTemplate,
  findTemplate,
  joinParams,
  newTemplate,
  readTemplate,
  templateFields,
} from './template-call.ts';

const callParameters = { ...credentialParameters, ...languageParameter } as const satisfies ParameterTable;

const templateId = { kind: 'text', required: true, max: 36, meaning: 'Id of the template.' } as const;

const succeeded = { kind: 'text', values: ['SUCCESS'] } as const;

const createdFields: AnswerTable = {
  templateId: { kind: 'text' },
  status: { kind: 'text', values: templateStatuses },
};

/** The fields of `renderShort`. */
const shortFields: AnswerTable = {
  ...createdFields,
  name: { kind: 'text' },
  type: { kind: 'text' },
  amount: { kind: 'number', optional: true },
  currency: { kind: 'text', meaning: 'In letters.' },
};

/** The fields of `renderTemplate`. */
const wholeFields: AnswerTable = {
  ...shortFields,
  nameForClient: { kind: 'text', optional: true },
  description: { kind: 'text', optional: true },
  descriptionForClient: { kind: 'text', optional: true },
  returnUrl: { kind: 'text', optional: true },
  preAuth: { kind: 'flag' },
  singlePayment: { kind: 'flag' },
  startDate: { kind: 'number', optional: true },
  endDate: { kind: 'number', optional: true },
  additionalParams: { kind: 'list', meaning: 'As they were sent.' },
};

/** A call whose fields stand in a nested `template`. Source: Alfa's Swagger, SingleClick templates; the words of `status` are a guess. */
const endpoint = (
  name: string,
  meanings: Meanings,
  fields: ParameterTable,
  shape: { readonly name: string; readonly template: AnswerTable },
  answer: (call: MerchantCall, values: Values) => Promise<object>,
): MerchantEndpoint => {
  const check = parameterChecker(fields);
  return {
    path: `rest/templates/${name}`,
    ...meanings,
    source: 'alfa-swagger',
    imitated: 'partly',
    access: 'merchant',
    body: 'json',
    parameters: { ...callParameters, template: { kind: 'json', required: true, meaning: 'The template.', fields } },
    refuses: [...refusalGroups.template, 'template-not-found'],
    renderRefusal: renderTaskRefusal,
    shape: () => ({
      name: shape.name,
      fields: { status: succeeded, template: { kind: 'object', fields: shape.template } },
    }),
    answer: async (call) => {
      const values = check(parametersOf(jsonObject(call.values['template'], 'template') ?? {}));
      return { status: 'SUCCESS', template: await answer(call, values) };
    },
  };
};

export const createTemplate = endpoint(
  'create.do',
  {
    meaning:
      'Templates of orders, with a nested `template`. Commissions and pictures of QR codes are left out; the form of dates and the words of `status` are a guess.',
    meaningInRussian:
      'Шаблоны заказов, с вложенным `template`. Комиссий и картинок QR-кодов нет; вид дат и слова в `status` — предположение.',
  },
  templateFields,
  { name: 'TemplateCreated', template: createdFields },
  async (call, values) => {
    const template = newTemplate(call, values, 'ORDER');
    await call.context.store.templates.insert(template);
    return { templateId: template.id, status: templateStatus(template, call.context.clock.now()) };
  },
);

/** The dates are numbers here. */
export const getTemplate = endpoint(
  'get.do',
  {
    meaning: 'One template of orders, as `create.do` makes it.',
    meaningInRussian: 'Один шаблон заказов, в том виде, в каком его создаёт `create.do`.',
  },
  { templateId },
  { name: 'Template', template: wholeFields },
  async (call, values) => renderTemplate(call, await findTemplate(call, values['templateId'] ?? '')),
);

export const updateTemplate = endpoint(
  'update.do',
  {
    meaning: 'Changes a template of orders, switches it on or off, or deletes it. The answer is a guess.',
    meaningInRussian: 'Меняет шаблон заказов, включает, выключает или удаляет его. Ответ — предположение.',
  },
  {
    ...templateFields,
    templateId,
    status: { kind: 'text', max: 8, meaning: 'ACTIVE, INACTIVE or DELETE.' },
    isFreeAmount: { kind: 'flag', meaning: 'The amount is named at registration.' },
    isIndefinite: { kind: 'flag', meaning: 'It can be used for ever.' },
  },
  { name: 'Template', template: wholeFields },
  async (call, values) => {
    const change = (template: OrderTemplate): OrderTemplate => ({
      ...withoutFreed(template, values),
      ...readTemplate(call, values),
      ...statusOf(values['status']),
      additionalParams: joinParams(template.additionalParams, values['additionalParams']),
    });
    return renderTemplate(call, await changeTemplate(call, values['templateId'] ?? '', change));
  },
);

const withoutFreed = (template: OrderTemplate, { isFreeAmount, isIndefinite }: Values): OrderTemplate => {
  const { amountMinor, endsAtMs, ...rest } = template;
  return {
    ...rest,
    ...(amountMinor !== undefined && !isTrue(isFreeAmount) && { amountMinor }),
    ...(endsAtMs !== undefined && !isTrue(isIndefinite) && { endsAtMs }),
  };
};

const statuses: Readonly<Record<string, Partial<OrderTemplate>>> = {
  ACTIVE: { isActive: true },
  INACTIVE: { isActive: false },
  DELETE: { isActive: false, isDeleted: true },
};

/** The change for a value of `status`. @throws Refused for another word. */
const statusOf = (sent: string | undefined): Partial<OrderTemplate> => {
  if (sent === undefined) return {};
  const meant = Object.hasOwn(statuses, sent) ? statuses[sent] : undefined;
  if (!meant) throw new Refused('value-invalid', { field: 'status' });
  return meant;
};

export const getTemplateList: MerchantEndpoint = {
  path: 'rest/templates/getList.do',
  meaning: "The merchant's templates of orders in short, or those with one status.",
  meaningInRussian: 'Шаблоны заказов мерчанта вкратце, все или с одним статусом.',
  source: 'alfa-swagger',
  imitated: 'partly',
  access: 'merchant',
  body: 'json',
  parameters: {
    ...callParameters,
    merchantLogin: { kind: 'text', max: 255, meaning: 'The merchant that the templates belong to.' },
    status: { kind: 'text', max: 8, meaning: 'Only those with this status.' },
  },
  refuses: [],
  renderRefusal: renderTaskRefusal,
  shape: () => ({
    name: 'Templates',
    fields: { status: succeeded, templates: { kind: 'list', fields: shortFields } },
  }),
  answer: async (call) => {
    const { context, merchant, values } = call;
    if (values['merchantLogin'] !== undefined && !isMerchantNamed(merchant.login, values['merchantLogin']))
      throw new Refused('access-denied');
    const templates = (await context.store.templates.ofMerchant(merchant.login))
      .filter(({ isDeleted }) => !isDeleted)
      .map((template) => renderShort(call, template))
      .filter(({ status }) => values['status'] === undefined || status === values['status']);
    return { status: 'SUCCESS', templates };
  },
};

const renderShort = ({ context }: MerchantCall, template: OrderTemplate) => ({
  templateId: template.id,
  name: template.name,
  type: template.type,
  ...(template.amountMinor !== undefined && { amount: template.amountMinor }),
  currency: alphaCurrency(template.currency),
  status: templateStatus(template, context.clock.now()),
});

const renderTemplate = (call: MerchantCall, template: OrderTemplate): object => {
  const { nameForClient, description, descriptionForClient, returnUrl, startsAtMs, endsAtMs } = template;
  return {
    ...renderShort(call, template),
    ...(nameForClient !== undefined && { nameForClient }),
    ...(description !== undefined && { description }),
    ...(descriptionForClient !== undefined && { descriptionForClient }),
    ...(returnUrl !== undefined && { returnUrl }),
    preAuth: template.isPreAuth,
    singlePayment: template.isForOneOrder,
    ...(startsAtMs !== undefined && { startDate: startsAtMs }),
    ...(endsAtMs !== undefined && { endDate: endsAtMs }),
    additionalParams: template.additionalParams,
  };
};
