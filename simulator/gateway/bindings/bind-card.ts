import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import { type RefusalReason, Refused } from '../../domain/errors/refused.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { announceBinding } from '../../payments/cards/announce-binding.ts';
import { changeBinding } from '../../payments/cards/change-binding.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { doneShape, writeSuccess } from '../answers/write-result.ts';
import { bindingParameters, findBinding } from './binding-call.ts';

const switchEndpoint = (facts: EndpointFacts, turnsOn: boolean, already: RefusalReason): MerchantEndpoint => ({
  ...facts,
  access: 'merchant',
  permission: 'stored-cards',
  parameters: bindingParameters,
  refuses: ['binding-not-found', 'binding-foreign', already],
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

export const bindCard = switchEndpoint(
  {
    path: 'rest/bindCard.do',
    meaning: 'Switches a stored card on.',
    meaningInRussian: 'Включает связку.',
    source: 'bpc-rest',
  },
  true,
  'binding-active',
);

export const unBindCard = switchEndpoint(
  {
    path: 'rest/unBindCard.do',
    meaning: 'Switches a stored card off.',
    meaningInRussian: 'Выключает связку.',
    source: 'bpc-rest',
  },
  false,
  'binding-inactive',
);

export const unbindCard = switchEndpoint(
  {
    path: 'rest/unbindCard.do',
    meaning: 'The same, as newer documentation spells it.',
    meaningInRussian: 'То же, в написании новой документации.',
    source: 'sber-sdk',
  },
  false,
  'binding-inactive',
);
