import type { Fields } from '../../simulator/callbacks/write/sign-callback.ts';

/** The parameters of every callback, in the order in which the gateway sends them; all others follow. */
const first = ['mdOrder', 'orderNumber', 'operation', 'status'];

/** The order of the gateway. A pact keeps parameters by name. */
export const inSenderOrder = (fields: Fields): Fields => {
  const place = ([name]: Fields[number]): number => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return fields.toSorted((one, other) => place(one) - place(other));
};
