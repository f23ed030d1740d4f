import { languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import type { Order } from '../../domain/order.ts';
import { Refused } from '../../domain/refused.ts';
import type { Call } from '../../http/call/endpoint.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';

/** What every call of the page says: which order, and the language. */
export const pageCallParameters = {
  MDORDER: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
  ...languageParameter,
} as const satisfies ParameterTable;

/** The order that a call of the page is about. @throws Refused where it is unknown. */
export const pageOrder = async ({ context, values }: Call): Promise<Order> => {
  const order = await currentOrder(context, values['MDORDER'] ?? '');
  if (!order) throw new Refused('order-not-found');
  return order;
};
