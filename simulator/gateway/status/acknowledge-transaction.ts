import type { Bank } from '../../banks/bank.ts';
import type { AnswerShape } from '../../data/answer-table.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { confirmOrderHandled } from '../../payments/orders/confirm-order.ts';
import { legacyAnswer, legacyFields } from '../answers/legacy-keys.ts';
import { renderLegacyRefusal } from '../answers/render-refusal.ts';
import { findOrderById } from '../orders/find-order.ts';
import { acknowledgementFields, renderAcknowledgement } from './render-acknowledgement.ts';

/** The seventh step of SATIM's flow: the shop has seen the payer come back, and keeps the money. */
const acknowledge = async (call: MerchantCall, orderId: string): Promise<object> => {
  const { context, language, values } = call;
  const order = await confirmOrderHandled(context, await findOrderById(call, orderId));
  return legacyAnswer(
    context.bank,
    renderAcknowledgement(order, context.bank, { language, asked: values['language'] }),
  );
};

const shape = (bank: Bank): AnswerShape => ({
  name: 'Acknowledgement',
  fields: legacyFields(bank, acknowledgementFields),
});

const parameters = <Name extends string>(name: Name) =>
  ({
    ...credentialParameters,
    [name]: {
      kind: 'secret',
      required: true,
      missing: 'order-id-missing',
      max: 36,
      meaning: "The gateway's id of the order.",
    },
    ...languageParameter,
  }) as const satisfies ParameterTable;

const common = {
  access: 'merchant',
  refuses: [...refusalGroups.orderById],
  renderRefusal: renderLegacyRefusal,
  shape,
} as const;

export const acknowledgeTransaction: MerchantEndpoint = {
  ...common,
  path: 'rest/public/acknowledgeTransaction.do',
  meaning: 'The result of a payment at SATIM, and the confirmation without which the bank cancels it.',
  meaningInRussian: 'Результат оплаты у SATIM и подтверждение, без которого банк её отменит.',
  source: 'satim-docs',
  parameters: parameters('mdOrder'),
  isAcknowledgement: true,
  answer: (call) => acknowledge(call, call.values['mdOrder'] ?? ''),
};

/** The older name of the acknowledgement. */
export const confirmOrder: MerchantEndpoint = {
  ...common,
  path: 'rest/confirmOrder.do',
  meaning: 'The older name of acknowledgeTransaction.do.',
  meaningInRussian: 'Прежнее имя acknowledgeTransaction.do.',
  source: 'satim-php',
  parameters: parameters('orderId'),
  answer: (call) => acknowledge(call, call.values['orderId'] ?? ''),
};
