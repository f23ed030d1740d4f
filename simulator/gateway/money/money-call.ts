import type { AnswerShape } from '../../data/answer-table.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { changeOrder } from '../../payments/orders/change-order.ts';
import { doneShape, writeSuccess } from '../answers/write-result.ts';
import { findOrder } from '../orders/find-order.ts';

/** How a call names its order: by the gateway's id, or by its own number. Source: BPC REST documentation; `orderNumber` alone is what clients send. */
export const orderParameters = {
  ...credentialParameters,
  orderId: { kind: 'secret', max: 36, meaning: "The gateway's id of the order; wins over orderNumber." },
  orderNumber: { kind: 'secret', max: 36, meaning: "The shop's own number of the order." },
  merchantLogin: { kind: 'text', max: 255, meaning: 'The merchant that the order belongs to.' },
  ...languageParameter,
} as const satisfies ParameterTable;

/** Parameters of every call that moves money. */
export const moneyParameters = {
  ...orderParameters,
  amount: { kind: 'amount', meaning: 'Amount in minor units; 0 or missing means everything.' },
  currency: { kind: 'currency', meaning: 'ISO 4217 numeric; must be the currency of the order.' },
  jsonParams: { kind: 'json', meaning: 'Further parameters.' },
} as const satisfies ParameterTable;

/** The amount of a call; undefined means everything. @throws Refused if it is below the bank's minimum. */
export const amountOf = ({ values, context }: MerchantCall): { readonly amountMinor?: number } => {
  if (values['amount'] === undefined) return {};
  const amountMinor = Number(values['amount']);
  if (amountMinor > 0 && amountMinor < context.bank.leastOperationMinor) throw new Refused('amount-invalid');
  return { amountMinor };
};

/** Finds the order of a call, changes it, and returns a success. */
export const changeMoney = async (call: MerchantCall, change: (order: Order) => Order): Promise<object> => {
  const { bank } = call.context;
  if (!bank.operationsTakeOrderNumber && call.values['orderId'] === undefined)
    throw new Refused('order-id-missing', { field: 'orderId' });
  const order = await findOrder(call);
  const currency = call.values['currency'];
  if (currency !== undefined && currency !== order.currency) throw new Refused('value-invalid', { field: 'currency' });
  await changeOrder(call.context, order, change);
  return writeSuccess(bank.results.operations.success, call.language);
};

/** The answer of `changeMoney`. */
export const operationShape = ({ results }: MerchantCall['context']['bank']): AnswerShape =>
  doneShape(results.operations.success);
