import { answerTextIn } from '../../data/page-languages.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Language } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { changeOrder } from '../../payments/orders/change-order.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { writeSuccess } from '../answers/write-result.ts';
import { findOrder } from './find-order.ts';

/** The feature of an order that is paid without 3-D Secure. */
const withoutThreeDs = 'FORCE_SSL';

/** It holds for the attempts that this order has left. That an order without an attempt is refused is a guess. */
export const updateSSLCardList: MerchantEndpoint = {
  path: 'rest/updateSSLCardList.do',
  meaning:
    "Lets an order's card pay without 3-D Secure. It holds for this order only, because tillbox keeps no number of a card.",
  meaningInRussian:
    'Позволяет карте заказа заплатить без 3-D Secure. Действует только для этого заказа, потому что номеров карт tillbox не хранит.',
  source: 'rbs-clients',
  imitated: 'partly',
  access: 'merchant',
  parameters: {
    ...credentialParameters,
    mdorder: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    ...languageParameter,
  },
  refuses: [...refusalGroups.orderById, 'wrong-status'],
  renderRefusal,
  shape: () => ({
    name: 'CardListUpdate',
    fields: {
      errorCode: { kind: 'code', values: ['0', 6], meaning: 'The number 6: the card is in the list already.' },
      errorMessage: { kind: 'text' },
    },
  }),
  answer: async (call) => {
    const found = await findOrder({ ...call, values: { orderId: call.values['mdorder'] } });
    let wasListed = false;
    await changeOrder(call.context, found, (order) => {
      if (!lastAttempt(order)?.card) throw new Refused('wrong-status');
      wasListed = order.features.includes(withoutThreeDs);
      return wasListed ? order : { ...order, features: [...order.features, withoutThreeDs] };
    });
    return wasListed
      ? { errorCode: 6, errorMessage: answerTextIn(alreadyListed, call.language) }
      : writeSuccess('text', call.language);
  },
};

/** A number for a code, unlike every other answer of this call. Source: public clients of RBS gateways. */
const alreadyListed: Readonly<Record<Language, string>> = {
  en: 'The card number is already in the list',
  ru: 'Номер карты уже есть в списке',
  kk: 'Карта нөмірі тізімде бар',
};
