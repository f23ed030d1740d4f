import { orderNames } from '../../data/order-names.ts';
import { jsonObjectIn } from '../../text/pack.ts';
import { type Parameters, parameter } from '../read/parameters.ts';

/** The id of the order that a request for a page names; undefined if it names none. */
export const orderOfPage = (parameters: Parameters): string | undefined => {
  for (const { name, field } of pageOrderNames) {
    const value = parameter(parameters, name);
    const orderId = field === undefined ? value : fieldIn(value, field);
    if (orderId !== undefined) return orderId;
  }
  return undefined;
};

const pageOrderNames = orderNames.filter(({ readBy }) => readBy.includes('pages'));

const fieldIn = (message: string | undefined, field: string): string | undefined => {
  if (message === undefined) return undefined;
  const value = jsonObjectIn(Buffer.from(message, 'base64').toString())?.[field];
  return typeof value === 'string' ? value : undefined;
};
