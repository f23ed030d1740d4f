import type { MakeMethod } from '../call-method.ts';
import { registerByTemplate } from '../endpoints/templates/register-by-template.ts';
import { createTemplate, getTemplate, getTemplates, updateTemplate } from '../endpoints/templates/templates.ts';

export type TemplateCalls = ReturnType<typeof templateCalls>;

/** `client.templates`: the common fields of many orders, for example of a payment link. */
export const templateCalls = (method: MakeMethod) => ({
  /** templates/create.do. */
  create: method(createTemplate),
  /** templates/get.do. */
  get: method(getTemplate),
  /** templates/getList.do: all of the merchant, in short. */
  list: method(getTemplates),
  /** templates/update.do: changes a template, switches it on or off, or takes it away. */
  update: method(updateTemplate),
  /** registerByTemplate.do: an order from a template. */
  register: method(registerByTemplate),
});
