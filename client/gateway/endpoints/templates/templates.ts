import type { Check, Checks } from '../../../options/check.ts';
import { fields } from '../../../options/check.ts';
import { date, listOf, minorUnits, oneOf, text, trueOrFalse } from '../../../options/checks.ts';
import { dateText, type FormFields, needField, optionalMinorUnits } from '../../encode-form.ts';
import type { KnownEndpoint, Repeat } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
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

const param = fields<TemplateParam>(parameters)({
  name: text,
  label: text,
  placeholder: text,
  regexp: text,
  value: text,
  required: trueOrFalse,
  visible: trueOrFalse,
  mode: oneOf('ADD', 'REMOVE'),
});

const templateChecks = {
  name: text,
  amountMinor: minorUnits,
  currency: text,
  type: text,
  description: text,
  nameForClient: text,
  descriptionForClient: text,
  preAuth: trueOrFalse,
  singlePayment: trueOrFalse,
  startDate: date,
  endDate: date,
  additionalParams: listOf(param),
} satisfies Checks<OrderTemplate>;

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
  input: Check<Input>,
  fields: (input: Input) => FormFields,
): KnownEndpoint<Input, TemplateAnswer> => ({
  path: `templates/${name}.do`,
  repeat,
  body: 'json',
  input,
  fields: (input) => ({ template: fields(input) }),
  read: readTemplate,
});

/** templates/create.do. A repeat would make a second template, so there is none. */
export const createTemplate = templateCall(
  'create',
  'never',
  fields<OrderTemplate>(parameters)(templateChecks),
  (template) => templateFields(needField('createTemplate', template, 'name')),
);

/** templates/get.do. */
export const getTemplate = templateCall(
  'get',
  'safe',
  fields<{ readonly templateId: string }>(parameters)({ templateId: text }),
  ({ templateId }) => ({ templateId }),
);

/** templates/update.do: changes a template, switches it on or off, or deletes it. */
export const updateTemplate = templateCall(
  'update',
  'safe',
  fields<TemplateChange>(parameters)({
    ...templateChecks,
    templateId: text,
    status: oneOf('ACTIVE', 'INACTIVE', 'DELETE'),
    isFreeAmount: trueOrFalse,
    isIndefinite: trueOrFalse,
  }),
  (change) => templateFields(needField('updateTemplate', change, 'templateId')),
);

/** templates/getList.do: the merchant's templates in short. */
export const getTemplates: KnownEndpoint<{ readonly status?: string }, readonly TemplateAnswer[]> = {
  path: 'templates/getList.do',
  repeat: 'safe',
  body: 'json',
  input: fields<{ readonly status?: string }>(parameters)({ status: text }),
  fields: ({ status }) => ({ status }),
  read: ({ templates }) => (Array.isArray(templates) && templates.every(isTemplate) ? templates : undefined),
};
