import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { example, registered, text, uuid } from './answers.ts';
import { byStatus, byText } from './refusals.ts';

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
  'to register an order from a template that is off': {
    ...register,
    given: [['a template that is switched off exists', { name: 'Two cups of coffee', amount }]],
    refusal: byText('7'),
  },
});
