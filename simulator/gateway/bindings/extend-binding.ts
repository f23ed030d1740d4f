import { isPastExpiry } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { changeBinding } from '../../payments/cards/change-binding.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { doneShape, writeSuccess } from '../answers/write-result.ts';
import { bindingParameters, findBinding } from './binding-call.ts';

export const extendBinding: MerchantEndpoint = {
  path: 'rest/extendBinding.do',
  meaning: 'New expiry date of a stored card.',
  meaningInRussian: 'Новый срок действия карты в связке.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'stored-cards',
  parameters: {
    ...bindingParameters,
    newExpiry: { kind: 'secret', required: true, missing: 'key-missing', meaning: 'YYYYMM.' },
  },
  refuses: ['binding-not-found', 'binding-foreign', 'card-expiry-invalid', 'card-over'],
  renderRefusal,
  shape: () => doneShape('text'),
  answer: async (call) => {
    const { id } = await findBinding(call);
    const expiry = call.values['newExpiry'] ?? '';
    if (!/^20\d\d(0[1-9]|1[0-2])$/.test(expiry)) throw new Refused('card-expiry-invalid');
    if (isPastExpiry(expiry, call.context.clock.now())) throw new Refused('card-over');
    await changeBinding(call.context, id, (binding) => ({ ...binding, card: { ...binding.card, expiry } }));
    return writeSuccess('text', call.language);
  },
};
