import { errorCodeOf } from '../../banks/error-code.ts';
import type { AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { refusalText, successText } from '../../data/error-codes.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import type { Binding } from '../../domain/binding.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantCall, RefusalRenderer } from '../../http/call/endpoint.ts';

/** How a call names a stored card. Source: BPC REST documentation, stored credentials. */
export const bindingParameters = {
  ...credentialParameters,
  bindingId: { kind: 'secret', required: true, missing: 'key-missing', max: 255, meaning: 'Id of the stored card.' },
  ...languageParameter,
} as const satisfies ParameterTable;

/** The stored card that a call names. @throws Refused if it is unknown or another merchant's. */
export const findBinding = async ({ context, values, merchant }: MerchantCall): Promise<Binding> => {
  const binding = await context.store.bindings.find(values['bindingId'] ?? '');
  if (!binding) throw new Refused('binding-not-found');
  if (binding.merchant !== merchant.login) throw new Refused('binding-foreign');
  return binding;
};

/** `bindings` of an answer, or the refusal for an empty list. */
export const renderBindings = (bindings: readonly object[], { language }: MerchantCall): object => {
  if (bindings.length === 0) throw new Refused('nothing-found');
  return { errorCode: '0', errorMessage: successText(language), bindings };
};

/** If nothing is found, the answer has an empty list. Source: newer answers of this software. */
export const renderBindingsRefusal: RefusalRenderer = ({ reason, detail }, { bank }, language) => ({
  errorCode: errorCodeOf(bank, reason),
  errorMessage: refusalText(reason, language, detail),
  ...(reason === 'nothing-found' && { bindings: [] }),
});

/** The answer of `renderBindings`; `fields`: of each stored card. */
export const bindingsShape = (name: string, fields: AnswerTable): AnswerShape => ({
  name,
  fields: {
    errorCode: { kind: 'text', values: ['0'] },
    errorMessage: { kind: 'text' },
    bindings: { kind: 'list', fields },
  },
});
