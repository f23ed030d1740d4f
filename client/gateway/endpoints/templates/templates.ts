import { dateText, type FormFields, needField, optionalMinorUnits } from '../../encode-form.ts';
import type { Endpoint } from '../../endpoint.ts';
import { isObject, type RawAnswer } from '../../read-answer.ts';

/** What many orders have in common. Source: gateway description published for Alfa-Bank. */
export interface OrderTemplate {
  readonly name: string;
  /** Absent: named with each order. */
  readonly amountMinor?: number;
  /** ISO 4217. */
  readonly currency?: string;
  readonly type?: string;
  readonly description?: string;
  readonly nameForClient?: string;
  readonly descriptionForClient?: string;
  readonly preAuth?: boolean;
  /** One order, and no more. */
  readonly singlePayment?: boolean;
  readonly startDate?: Date;
  readonly endDate?: Date;
  readonly additionalParams?: readonly TemplateParam[];
}

export interface TemplateParam {
  readonly name: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly regexp?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly visible?: boolean;
  /** For changes: what becomes of the param. */
  readonly mode?: 'ADD' | 'REMOVE';
}

export interface TemplateChange extends Partial<OrderTemplate> {
  readonly templateId: string;
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'DELETE';
  readonly isFreeAmount?: boolean;
  readonly isIndefinite?: boolean;
}

export interface TemplateAnswer {
  readonly templateId: string;
  readonly status?: string;
  readonly name?: string;
  readonly amount?: number;
  readonly currency?: string;
  /** Milliseconds since 1970. */
  readonly startDate?: number;
  readonly endDate?: number;
  readonly [other: string]: unknown;
}

const isTemplate = (value: unknown): value is TemplateAnswer => isObject(value) && 'templateId' in value;

const readTemplate = ({ template }: RawAnswer): TemplateAnswer | undefined =>
  isTemplate(template) ? template : undefined;

const templateFields = ({ amountMinor, startDate, endDate, ...rest }: Partial<OrderTemplate>): FormFields => ({
  ...rest,
  amount: optionalMinorUnits('amountMinor', amountMinor),
  startDate: startDate && dateText('startDate', startDate),
  endDate: endDate && dateText('endDate', endDate),
});

/** templates/create.do. A repeat would make a second template, so there is none. */
export const createTemplate: Endpoint<OrderTemplate, TemplateAnswer> = {
  path: 'templates/create.do',
  repeat: 'never',
  body: 'json',
  fields: (template) => ({ template: templateFields(needField('createTemplate', template, 'name')) }),
  read: readTemplate,
};

/** templates/get.do. */
export const getTemplate: Endpoint<{ readonly templateId: string }, TemplateAnswer> = {
  path: 'templates/get.do',
  repeat: 'safe',
  body: 'json',
  fields: ({ templateId }) => ({ template: { templateId } }),
  read: readTemplate,
};

/** templates/update.do: changes a template, switches it on or off, or takes it away. */
export const updateTemplate: Endpoint<TemplateChange, TemplateAnswer> = {
  path: 'templates/update.do',
  repeat: 'safe',
  body: 'json',
  fields: (change) => ({ template: templateFields(needField('updateTemplate', change, 'templateId')) }),
  read: readTemplate,
};

/** templates/getList.do: the merchant's templates in short. */
export const getTemplates: Endpoint<{ readonly status?: string }, readonly TemplateAnswer[]> = {
  path: 'templates/getList.do',
  repeat: 'safe',
  body: 'json',
  fields: ({ status }) => ({ status }),
  read: ({ templates }) => (Array.isArray(templates) && templates.every(isTemplate) ? templates : undefined),
};
