import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { legacyAnswer, legacyFields } from '../answers/legacy-keys.ts';
import { renderLegacyRefusal } from '../answers/render-refusal.ts';
import { findOrder } from '../orders/find-order.ts';
import { acknowledgementFields, renderAcknowledgement } from './render-acknowledgement.ts';
import { legacyStatusFields, renderLegacyStatus } from './render-legacy-status.ts';

export const getOrderStatus: MerchantEndpoint = {
  path: 'rest/getOrderStatus.do',
  meaning: 'The legacy status with its capital letters.',
  meaningInRussian: 'Прежний статус, с ключами с заглавной буквы.',
  source: 'alfa-swagger',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    orderId: {
      kind: 'secret',
      required: true,
      missing: 'order-id-missing',
      max: 36,
      meaning: "The gateway's id of the order.",
    },
    ...languageParameter,
  },
  refuses: [...refusalGroups.orderById],
  renderRefusal: renderLegacyRefusal,
  shape: (bank) => ({
    name: 'LegacyStatus',
    fields: legacyFields(bank, bank.legacyTellsParams ? acknowledgementFields : legacyStatusFields),
  }),
  answer: async (call) => {
    const { bank } = call.context;
    const order = await findOrder(call);
    const { language, values } = call;
    return legacyAnswer(
      bank,
      bank.legacyTellsParams
        ? renderAcknowledgement(order, bank, { language, asked: values['language'] })
        : renderLegacyStatus(order, bank, language),
    );
  },
};
