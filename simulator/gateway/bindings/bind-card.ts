import { type RefusalReason, Refused } from '../../domain/refused.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { announceBinding } from '../../payments/cards/announce-binding.ts';
import { changeBinding } from '../../payments/cards/change-binding.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { doneShape, writeSuccess } from '../answers/write-result.ts';
import { bindingParameters, findBinding } from './binding-call.ts';

const switchEndpoint = (path: string, turnsOn: boolean, already: RefusalReason): MerchantEndpoint => ({
  path,
  access: 'merchant',
  acceptsToken: false,
  parameters: bindingParameters,
  renderRefusal,
  shape: () => doneShape('text'),
  answer: async (call) => {
    const { id } = await findBinding(call);
    const changed = await changeBinding(call.context, id, (binding) => {
      if (binding.isActive === turnsOn) throw new Refused(already);
      return { ...binding, isActive: turnsOn };
    });
    await announceBinding(call.context, changed);
    return writeSuccess('text', call.language);
  },
});

/** bindCard.do: switches a stored card on again. */
export const bindCard = switchEndpoint('rest/bindCard.do', true, 'binding-active');

/** unBindCard.do: switches a stored card off; it cannot pay any more. */
export const unBindCard = switchEndpoint('rest/unBindCard.do', false, 'binding-inactive');

/** The same, as newer Sberbank documentation spells it. */
export const unbindCard = switchEndpoint('rest/unbindCard.do', false, 'binding-inactive');
