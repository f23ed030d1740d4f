import type { Callback } from '../../domain/callback.ts';
import type { CallbackMishap } from '../../domain/callback-fault.ts';

type Fields = Callback['fields'];

/** The fields with the values that a scenario puts in their place; what is not among them is added. */
export const withWrongFields = (fields: Fields, wrong: Readonly<Record<string, string>> = {}): Fields => [
  ...fields.map(([name, value]) => [name, wrong[name] ?? value] as const),
  ...Object.entries(wrong).filter(([name]) => !fields.some(([known]) => known === name)),
];

/** The callback with all that a scenario does to it, but for its fields, which are signed already. */
export const spoilCallback = (callback: Callback, mishap: CallbackMishap | undefined): Callback => {
  if (!mishap) return callback;
  const { isLost, delayMs = 0, hasWrongChecksum } = mishap.fault;
  const { fields, body } = callback;
  return {
    ...callback,
    mishap,
    dueMs: callback.dueMs + delayMs,
    ...(isLost && { state: 'lost' }),
    ...(hasWrongChecksum && {
      fields: fields.map(([name, value]) => [name, name === 'checksum' ? otherText(value) : value] as const),
      ...(body !== undefined && { body: withWrongSignature(body) }),
    }),
  };
};

/** Of a JSON Web Token the last part is the signature. */
const withWrongSignature = (token: string): string => {
  const end = token.lastIndexOf('.') + 1;
  return `${token.slice(0, end)}${otherText(token.slice(end))}`;
};

/** The text with another first character, which both hex and base64url have. */
const otherText = (text: string): string =>
  text === '' ? text : `${text.startsWith('0') ? '1' : '0'}${text.slice(1)}`;
