import { breaksSince, type Json } from './break.ts';
import {
  createFlatTemplate,
  createTemplate,
  flatTemplates,
  getFlatTemplate,
  getTemplate,
  templateList,
  templates,
  updateFlatTemplate,
  updateTemplate,
} from './calls.ts';
import { at, put, toNumber, toText, when, without } from './edit.ts';
import { rewriteJson, succeedAnyway } from './parts.ts';

const shown = [...getTemplate, ...updateTemplate];

/** What is wrong with templates of orders: payment links that many customers use. */
export const templateBreaks = breaksSince('0.1.0', {
  'te-01': {
    calls: createTemplate,
    does: 'makes a template and gives no id',
    harm: 'The shop has no payment link to publish.',
    answer: without('template.templateId'),
  },
  'te-02': {
    calls: shown,
    does: 'gives the amount of a template as text',
    harm: 'A shop that multiplies the price of a link shows a wrong sum.',
    answer: at('template.amount', toText),
  },
  'te-03': {
    calls: shown,
    does: 'gives the amount of a template in tenge',
    harm: 'The shop shows a hundredth of the price of a link.',
    answer: at('template.amount', (amount) => amount / 100),
  },
  'te-04': {
    calls: getTemplate,
    does: 'finds a template that does not exist',
    harm: 'The shop publishes a payment link that leads nowhere.',
    answer: succeedAnyway(['6']),
  },
  'te-05': {
    calls: updateTemplate,
    does: 'switches a template off and calls it active',
    harm: 'The shop believes that a link is still open that nobody can pay.',
    answer: at('template.status', () => 'ACTIVE'),
  },
  'te-06': {
    calls: [...getTemplate, ...templateList],
    does: 'calls an active template inactive',
    harm: 'The shop withdraws a payment link that works.',
    answer: at(['template.status', 'templates.*.status'], () => 'INACTIVE'),
  },
  'te-07': {
    calls: createTemplate,
    does: 'makes a template in an unknown currency',
    harm: 'A misspelt currency shows only when customers are charged in another one.',
    answer: succeedAnyway(['3']),
  },
  'te-08': {
    calls: templateList,
    does: 'leaves the list out of an answer about templates',
    harm: 'A shop that walks the list stops with an error.',
    answer: without('templates'),
  },
  'te-09': {
    calls: templateList,
    does: 'lists templates without their ids',
    harm: 'The shop can show its payment links, and switch none of them off.',
    answer: without('templates.*.templateId'),
  },
  'te-10': {
    calls: templates,
    does: 'says by true whether a call about a template has succeeded, not by SUCCESS',
    harm: 'A shop that compares with "SUCCESS" takes every call for failed.',
    answer: at('status', (value) => value === 'SUCCESS'),
  },
  'te-11': {
    calls: templates,
    does: 'refuses a call about a template with a numeric code',
    harm: 'A shop that compares the code with a text does not see that the template is gone.',
    answer: at('error.code', toNumber),
  },
  'te-12': {
    calls: shown,
    does: 'gives the name of another template',
    harm: 'The shop shows the customer goods that the link is not for.',
    answer: at('template.name', () => 'A bicycle'),
  },
  'te-13': {
    calls: shown,
    does: 'gives the currency of a template as a number',
    harm: 'A shop that shows the letters of the currency shows "398".',
    answer: at('template.currency', () => 398),
  },
  'te-14': {
    calls: createFlatTemplate,
    does: 'makes a template the old way and gives no id',
    harm: 'The shop has no payment link to publish.',
    answer: without('templateId'),
  },
  'te-15': {
    calls: getFlatTemplate,
    does: 'gives the amount of a template as text the old way',
    harm: 'A shop that multiplies the price of a link shows a wrong sum.',
    answer: at('amount', toText),
  },
  'te-16': {
    calls: updateFlatTemplate,
    does: 'switches a template off the old way and calls it active',
    harm: 'The shop believes that a link is still open that nobody can pay.',
    answer: at('status', () => 'ACTIVE'),
  },
  'te-17': {
    calls: flatTemplates,
    does: 'puts the old answer about a template into `template`',
    harm: 'An old module finds neither id nor price at the top of the answer.',
    reply: rewriteJson((body) => (body.templateId ? { status: 'SUCCESS', template: body } : body)),
  },
  'te-18': {
    calls: getFlatTemplate,
    does: 'finds a template the old way that does not exist',
    harm: 'The shop publishes a payment link that leads nowhere.',
    answer: when((body: Json) => body.errorCode === '6', put('errorCode', '0')),
  },
  'te-19': {
    calls: getTemplate,
    does: 'says of a template that its money is only held at first',
    harm: 'The shop captures money that it has already, and shows an error to its staff.',
    answer: at('template.preAuth', () => true),
  },
});
