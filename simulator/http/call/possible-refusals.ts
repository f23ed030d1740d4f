import type { Bank } from '../../banks/bank.ts';
import { errorCodes } from '../../data/error-codes.ts';
import type { ParameterKind, ParameterTable } from '../../data/parameter-table.ts';
import type { RefusalReason } from '../../domain/errors/refused.ts';
import { reasonWithout } from '../read/check-parameters.ts';
import type { Endpoint } from './endpoint.ts';

const ofAccess: Readonly<Record<Endpoint['access'], readonly RefusalReason[]>> = {
  merchant: ['credentials-missing', 'access-denied', 'signature-wrong'],
  'named-merchant': ['parameter-missing', 'access-denied', 'signature-wrong'],
  order: ['order-not-found'],
  anyone: [],
};

/** The reasons of the checks in `check-parameters.ts`. */
const ofKind: Readonly<Record<ParameterKind, readonly RefusalReason[]>> = {
  text: ['value-invalid', 'markup-refused'],
  digits: ['value-invalid'],
  amount: ['amount-invalid'],
  flag: ['value-invalid'],
  language: [],
  currency: ['currency-unknown'],
  'return-url': ['return-url-invalid'],
  'date-time': ['value-invalid'],
  json: ['value-invalid', 'markup-refused'],
  secret: [],
};

const ofParameters = (table: ParameterTable): readonly RefusalReason[] =>
  Object.values(table).flatMap((row) => [
    ...ofKind[row.kind],
    ...(row.malformed ? [row.malformed] : []),
    ...(row.required ? [reasonWithout(row)] : []),
    ...(row.fields ? ofParameters(row.fields) : []),
  ]);

/** Every reason for which a call can be refused, in the order of the table of error codes. A fault may have any code. */
export const possibleRefusals = ({ access, parameters, body, refuses }: Endpoint): readonly RefusalReason[] => {
  const possible = new Set<RefusalReason>([
    'system-error',
    ...ofAccess[access],
    ...(body === 'json' ? (['json-invalid'] as const) : []),
    ...ofParameters(parameters),
    ...refuses,
  ]);
  return (Object.keys(errorCodes) as RefusalReason[]).filter((reason) => possible.has(reason));
};

/** Whether a call answers with another HTTP status if it finds no order, as a bare text. */
export const answersByStatus = (endpoint: Endpoint, { unknownOrderHttpStatus }: Bank): boolean =>
  unknownOrderHttpStatus !== 200 && endpoint.isAcknowledgement === true;

/** Whether a call of the card page answers with another HTTP status if it names no order. */
export const isNamelessByStatus = (
  { access }: Pick<Endpoint, 'access'>,
  { namelessCallHttpStatus }: Pick<Bank, 'namelessCallHttpStatus'>,
): boolean => namelessCallHttpStatus !== 200 && access === 'order';

/** The reasons that come as the call's own refusal at this bank. */
export const refusalsAt = (endpoint: Endpoint, bank: Bank): readonly RefusalReason[] =>
  possibleRefusals(endpoint).filter(
    (reason) =>
      (reason !== 'order-not-found' || !answersByStatus(endpoint, bank)) &&
      (reason !== 'parameter-missing' || !isNamelessByStatus(endpoint, bank)) &&
      (reason !== 'language-unknown' || bank.refusesOtherLanguages) &&
      (reason !== 'customer-malformed' || bank.wantsCustomer),
  );
