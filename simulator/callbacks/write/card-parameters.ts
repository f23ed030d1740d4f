import type { Bank } from '../../banks/bank.ts';
import { isCallbackParameter, mayCarry } from '../../data/callback-parameters.ts';
import type { Binding } from '../../domain/binding.ts';
import { withMask } from '../../domain/card.ts';

export type CardOperation = 'bindingCreated' | 'bindingActivityChanged';

type Read = (binding: Binding, bank: Bank) => string | undefined;

const readers: Readonly<Record<string, Read>> = {
  bindingId: ({ id }) => id,
  enabled: ({ isActive }) => String(isActive),
  clientId: ({ clientId }) => clientId,
  panMasked: ({ card }, { panMask }) => withMask(card.maskedPan, panMask),
  panCountryCode: (_binding, { country }) => country,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
};

/** Parameters of every such callback. Whether a merchant must ask for them is not documented. */
const always = ['bindingId', 'enabled', 'clientId', 'panMasked'];

/** The parameters of a stored card: those of every callback, and those that the merchant asks for. */
export const readCardParameters = (
  asked: readonly string[],
  operation: CardOperation,
  binding: Binding,
  bank: Bank,
): readonly (readonly [string, string])[] =>
  [...new Set([...always, ...asked])].flatMap((name) => {
    if (!isCallbackParameter(name) || !mayCarry(operation, name)) return [];
    const value = readers[name]?.(binding, bank);
    return value === undefined ? [] : [[name, value] as const];
  });
