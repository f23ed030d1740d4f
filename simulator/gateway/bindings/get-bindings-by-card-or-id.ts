import type { Bank } from '../../banks/bank.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import type { Binding } from '../../domain/binding.ts';
import { maskPan, withMask } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { isTrue } from '../../http/read/check-parameters.ts';
import { isExpired } from '../../payments/cards/stored-card.ts';
import { bindingsShape, renderBindings, renderBindingsRefusal } from './binding-call.ts';

/** The number wins over the id. */
export const getBindingsByCardOrId: MerchantEndpoint = {
  path: 'rest/getBindingsByCardOrId.do',
  meaning: 'Stored cards by number or id; numbers are compared by their masked form.',
  meaningInRussian: 'Связки по номеру карты или идентификатору; номера сравниваются в маскированном виде.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'stored-cards',
  parameters: {
    ...credentialParameters,
    pan: { kind: 'secret', meaning: 'Card number.' },
    bindingId: { kind: 'secret', max: 255, meaning: 'Id of the stored card.' },
    showExpired: { kind: 'flag', meaning: 'Expired cards too.' },
    merchantLogin: { kind: 'text', max: 255, meaning: 'The merchant that the cards belong to.' },
    ...languageParameter,
  },
  refuses: ['nothing-found', 'key-missing', 'value-invalid'],
  renderRefusal: renderBindingsRefusal,
  shape: () =>
    bindingsShape('BindingsByCardOrId', {
      bindingId: { kind: 'text' },
      maskedPan: { kind: 'text' },
      expiryDate: { kind: 'text', meaning: 'YYYYMM.' },
      clientId: { kind: 'text' },
    }),
  answer: async (call) => {
    const { context, values } = call;
    const showsExpired = isTrue(values['showExpired']);
    const found = (await find(call)).filter(
      (binding) => binding.isActive && (showsExpired || !isExpired(binding, context.clock.now())),
    );
    return renderBindings(found.map(renderBinding(context.bank)), call);
  },
};

const find = async ({ context, values, merchant }: MerchantCall): Promise<readonly Binding[]> => {
  const { pan, bindingId } = values;
  if (pan !== undefined) {
    if (!/^\d{12,19}$/.test(pan)) throw new Refused('value-invalid', { field: 'pan' });
    const masked = maskPan(pan);
    const all = await context.store.bindings.ofMerchant(merchant.login);
    return all.filter(({ card }) => card.maskedPan === masked);
  }
  if (bindingId === undefined) throw new Refused('key-missing', { field: 'bindingId' });
  const binding = await context.store.bindings.find(bindingId);
  return binding?.merchant === merchant.login ? [binding] : [];
};

const renderBinding =
  ({ panMask }: Bank) =>
  ({ id, card, clientId }: Binding): object => ({
    bindingId: id,
    maskedPan: withMask(card.maskedPan, panMask),
    expiryDate: card.expiry,
    clientId,
  });
