import { dateText, type FormFields, needField, optionalMinorUnits } from '../../encode-form.ts';
import type { Endpoint, Repeat } from '../../endpoint.ts';
import { isObject, type RawAnswer } from '../../read-answer.ts';

/** The common fields of many orders. Source: gateway description published for Alfa-Bank. */
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
  /** For changes. */
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

const templateCall = <Input>(
  name: string,
  repeat: Repeat,
  fields: (input: Input) => FormFields,
): Endpoint<Input, TemplateAnswer> => ({
  path: `templates/${name}.do`,
  repeat,
  body: 'json',
  fields: (input) => ({ template: fields(input) }),
  read: readTemplate,
});

/** templates/create.do. A repeat would make a second template, so there is none. */
export const createTemplate = templateCall('create', 'never', (template: OrderTemplate) =>
  templateFields(needField('createTemplate', template, 'name')),
);

/** templates/get.do. */
export const getTemplate = templateCall('get', 'safe', ({ templateId }: { readonly templateId: string }) => ({
  templateId,
}));

/** templates/update.do: changes a template, switches it on or off, or deletes it. */
export const updateTemplate = templateCall('update', 'safe', (change: TemplateChange) =>
  templateFields(needField('updateTemplate', change, 'templateId')),
);

/** templates/getList.do: the merchant's templates in short. */
export const getTemplates: Endpoint<{ readonly status?: string }, readonly TemplateAnswer[]> = {
  path: 'templates/getList.do',
  repeat: 'safe',
  body: 'json',
  fields: ({ status }) => ({ status }),
  read: ({ templates }) => (Array.isArray(templates) && templates.every(isTemplate) ? templates : undefined),
};
