import { successTexts } from '../data/error-codes.ts';
import type { OrderTemplate } from '../domain/order-template.ts';
import { Refused } from '../domain/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../http/endpoint.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../http/parameter-table.ts';
import { renderRefusal } from './render-refusal.ts';
import { findTemplate, numericCurrency, readTemplate, renderTemplate, templateParameters } from './template-call.ts';

/** Each call exists under two names; fields are known from public clients of Alfa, the answers are a guess. */
const endpoints = (
  names: readonly string[],
  parameters: ParameterTable,
  answer: (call: MerchantCall) => Promise<object>,
): readonly MerchantEndpoint[] =>
  names.map((name) => ({
    path: `rest/templates/${name}`,
    access: 'merchant',
    acceptsToken: false,
    body: 'json',
    parameters,
    renderRefusal,
    answer: async (call) => ({
      errorCode: '0',
      errorMessage: successTexts[call.language],
      ...(await answer(call)),
    }),
  }));

const oneTemplate = {
  ...credentialParameters,
  ...languageParameter,
  templateId: { kind: 'text', required: true, max: 36, meaning: 'Id of the template.' },
} as const satisfies ParameterTable;

const create = async (call: MerchantCall): Promise<object> => {
  const { context, merchant, values } = call;
  const { name } = values;
  if (name === undefined) throw new Refused('parameter-missing', { field: 'name' });
  const nowMs = context.clock.now();
  const template: OrderTemplate = {
    id: context.ids.uuid(nowMs),
    version: 1,
    merchant: merchant.login,
    name,
    type: 'ORDER',
    currency: numericCurrency(undefined, context.bank),
    isActive: true,
    createdAtMs: nowMs,
    ...readTemplate(call),
  };
  await context.store.templates.insert(template);
  return renderTemplate(template);
};

const update = async (call: MerchantCall): Promise<object> => {
  const template = await findTemplate(call);
  const next = { ...template, ...readTemplate(call), version: template.version + 1 };
  if (!(await call.context.store.templates.replace(next))) throw new Refused('order-busy');
  return renderTemplate(next);
};

const list = async ({ context, merchant }: MerchantCall): Promise<object> => ({
  templates: (await context.store.templates.ofMerchant(merchant.login)).map(renderTemplate),
});

/** templates/*: what orders are registered from by link. */
export const templates: readonly MerchantEndpoint[] = [
  ...endpoints(['create.do', 'createTemplate.do'], templateParameters, create),
  ...endpoints(['get.do', 'getTemplateDetails.do'], oneTemplate, async (call) =>
    renderTemplate(await findTemplate(call)),
  ),
  ...endpoints(['getList.do'], { ...credentialParameters, ...languageParameter }, list),
  ...endpoints(['update.do', 'updateTemplate.do'], { ...templateParameters, ...oneTemplate }, update),
];
