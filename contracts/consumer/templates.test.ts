import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example, registered, registeredWithoutError, text, uuid } from './answers.ts';
import { bare } from './bare-endpoint.ts';
import { byStatus, byText, inText } from './refusals.ts';
import { currency } from './wrong-calls.ts';

const { amount, orderId: id } = example;
const template: Given = ['a template exists', { name: 'Two cups of coffee', amount }];
const byId = { templateId: fromState('templateId', id) };
const templateId = text(`^${uuid}$`, id);
const told = { templateId, name: 'Two cups of coffee', amount, currency: 'KZT' };

const get: Pick<Row, 'path' | 'form' | 'isJson' | 'ask'> = {
  path: 'templates/get.do',
  form: { template: byId },
  isJson: true,
  ask: (client) => client.templates.get({ templateId: id }),
};
const register: Pick<Row, 'path' | 'form' | 'isJson' | 'isOpen' | 'ask'> = {
  path: 'registerByTemplate.do',
  form: byId,
  isJson: true,
  isOpen: true,
  ask: (client) => client.templates.register({ templateId: id }),
};

const mayMakeTemplates: Given = ['the shop may make templates'];
const newTemplate = { name: 'Two cups of coffee', amount, currency: '398' };

/** A call without a method of the client: its fields, with the sample of each that the state names. */
const old = (
  path: string,
  form: Row['form'],
  given: Row['given'],
): Pick<Row, 'given' | 'path' | 'form' | 'isJson' | 'ask'> => ({
  given,
  path,
  form,
  isJson: true,
  ask: (client) =>
    client.call(
      bare(path, true),
      Object.fromEntries(Object.entries(form).map(([name, value]) => [name, name in byId ? id : value])),
    ),
});

agreeOnCalls({
  'to keep a template of orders': {
    given: [['the shop may make templates']],
    path: 'templates/create.do',
    form: { template: { name: 'Two cups of coffee', amount, currency: '398' } },
    isJson: true,
    ask: (client) => client.templates.create({ name: 'Two cups of coffee', amountMinor: amount, currency: '398' }),
    answer: { status: 'SUCCESS', template: { templateId, status: 'ACTIVE' } },
  },
  'for a template': {
    ...get,
    given: [template],
    answer: { status: 'SUCCESS', template: { ...told, status: 'ACTIVE', preAuth: false } },
  },
  'for a template that does not exist': { ...get, given: [['no template has this id']], refusal: byStatus('6') },
  'to switch a template off': {
    given: [template],
    path: 'templates/update.do',
    form: { template: { ...byId, status: 'INACTIVE' } },
    isJson: true,
    ask: (client) => client.templates.update({ templateId: id, status: 'INACTIVE' }),
    answer: { status: 'SUCCESS', template: { ...told, status: 'INACTIVE' } },
  },
  'to register an order from a template': { ...register, given: [template], answer: registered },
  'to register an order from a template, and wants to hear of no error': {
    ...register,
    given: [template],
    answer: registeredWithoutError,
  },
  'to register an order from a template that is off': {
    ...register,
    given: [['a template that is switched off exists', { name: 'Two cups of coffee', amount }]],
    refusal: byText('7'),
  },
  'to register an order from a template that does not exist': {
    ...register,
    given: [['no template has this id']],
    refusal: byText('6'),
  },
  'for all templates': {
    given: [template],
    path: 'templates/getList.do',
    form: {},
    isJson: true,
    ask: (client) => client.templates.list({}),
    answer: { status: 'SUCCESS', templates: [{ ...told, status: 'ACTIVE' }] },
  },
  'to keep a template of orders in a currency that it does not know': {
    ...old('templates/create.do', { template: { ...newTemplate, currency: '999' } }, [mayMakeTemplates]),
    refusal: byStatus('3'),
  },
  'the old way to keep a template of orders': {
    ...old('templates/createTemplate.do', newTemplate, [mayMakeTemplates]),
    answer: { ...told, status: 'ACTIVE' },
  },
  'the old way for a template': {
    ...old('templates/getTemplateDetails.do', byId, [template]),
    answer: { ...told, status: 'ACTIVE' },
  },
  'the old way to switch a template off': {
    ...old('templates/updateTemplate.do', { ...byId, status: 'INACTIVE' }, [template]),
    answer: { ...told, status: 'INACTIVE' },
  },
});

const bareTemplate = { isJson: true, refuses: byStatus, empty: '4' } as const;
const flatTemplate = { isJson: true, refuses: inText(), empty: '4' } as const;

agreeOnRefusals({
  'to keep a template of orders': {
    ...bareTemplate,
    path: 'templates/create.do',
    form: () => ({ template: newTemplate }),
  },
  'for a template': {
    ...bareTemplate,
    path: 'templates/get.do',
    form: (templateId) => ({ template: { templateId } }),
  },
  'for all templates': { path: 'templates/getList.do', form: () => ({}), isJson: true, refuses: byStatus },
  'to change a template': {
    ...bareTemplate,
    path: 'templates/update.do',
    form: (templateId) => ({ template: { templateId, status: 'INACTIVE' } }),
    about: 'template',
    codes: { 3: { ...currency, given: template, id: byId.templateId } },
  },
  'the old way to keep a template of orders': {
    ...flatTemplate,
    path: 'templates/createTemplate.do',
    form: () => newTemplate,
    codes: { 3: currency },
  },
  'the old way for a template': {
    ...flatTemplate,
    path: 'templates/getTemplateDetails.do',
    form: (templateId) => ({ templateId }),
    about: 'template',
  },
  'the old way to change a template': {
    ...flatTemplate,
    path: 'templates/updateTemplate.do',
    form: (templateId) => ({ templateId, status: 'INACTIVE' }),
    about: 'template',
  },
});
