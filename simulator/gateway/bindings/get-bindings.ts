import type { Bank } from '../../banks/bank.ts';
import type { AnswerTable } from '../../data/answer-table.ts';
import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import type { Binding, BindingCategory } from '../../domain/binding.ts';
import { withMask } from '../../domain/card.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { eachCardOnce, isExpired } from '../../payments/cards/stored-card.ts';
import { bindingsShape, renderBindings, renderBindingsRefusal } from './binding-call.ts';

/** `bindingType` by its letter. */
const categories: Readonly<Record<string, BindingCategory>> = { C: 'COMMON', R: 'RECURRENT', I: 'INSTALLMENT' };

const endpoint = (
  facts: EndpointFacts,
  choose: (bindings: readonly Binding[]) => readonly Binding[],
): MerchantEndpoint => ({
  ...facts,
  access: 'merchant',
  permission: 'stored-cards',
  parameters: {
    ...credentialParameters,
    clientId: {
      kind: 'text',
      required: true,
      missing: 'key-missing',
      max: 255,
      meaning: "The shop's id of the payer.",
    },
    bindingType: { kind: 'text', max: 1, meaning: 'C common, R recurring, I instalments.' },
    bindingId: { kind: 'secret', max: 255, meaning: 'Only this stored card.' },
    showExpired: { kind: 'flag', meaning: 'Expired cards too.' },
    merchantLogin: { kind: 'text', max: 255, meaning: 'The merchant that the cards belong to.' },
    ...languageParameter,
  },
  refuses: ['nothing-found'],
  renderRefusal: renderBindingsRefusal,
  shape: () => bindingsShape('Bindings', bindingFields),
  answer: async (call) => {
    const { context, merchant, values } = call;
    const all = await context.store.bindings.ofClient(merchant.login, values['clientId'] ?? '');
    return renderBindings(choose(all.filter(isAskedFor(call))).map(renderBinding(context.bank)), call);
  },
});

const isAskedFor =
  ({ context, values }: MerchantCall) =>
  (binding: Binding): boolean => {
    const { bindingId, bindingType } = values;
    if (!binding.isActive) return false;
    if (bindingId !== undefined && binding.id !== bindingId) return false;
    if (bindingType !== undefined && binding.category !== categories[bindingType.toUpperCase()]) return false;
    return isTrue(values['showExpired']) || !isExpired(binding, context.clock.now());
  };

const bindingFields: AnswerTable = {
  bindingId: { kind: 'text' },
  maskedPan: { kind: 'text' },
  expiryDate: { kind: 'text', meaning: 'YYYYMM.' },
  paymentWay: { kind: 'text' },
  paymentSystem: { kind: 'text' },
  displayLabel: { kind: 'text' },
  bindingCategory: { kind: 'text', values: Object.values(categories) },
  clientId: { kind: 'text' },
};

const renderBinding =
  ({ panMask }: Bank) =>
  ({ id, card, paymentWay, category, clientId }: Binding): object => ({
    bindingId: id,
    maskedPan: withMask(card.maskedPan, panMask),
    expiryDate: card.expiry,
    paymentWay,
    paymentSystem: card.brand,
    displayLabel: `XXXXXXXXXXXX${card.maskedPan.slice(-4)}`,
    bindingCategory: category,
    clientId,
  });

export const getBindings = endpoint(
  {
    path: 'rest/getBindings.do',
    meaning: 'Stored cards of a client, each card once.',
    meaningInRussian: 'Связки клиента, каждая карта один раз.',
    source: 'bpc-rest',
  },
  eachCardOnce,
);

export const getAllBindings = endpoint(
  {
    path: 'rest/getAllBindings.do',
    meaning: 'The same, but a card that was stored twice is listed twice.',
    meaningInRussian: 'То же, но карта, сохранённая дважды, указана дважды.',
    source: 'alfa-docs',
  },
  (bindings) => [...bindings].reverse(),
);
