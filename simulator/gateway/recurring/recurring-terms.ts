import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { dateTimeMs } from '../../http/read/check-parameters.ts';

/** Terms of later payments in an order, with their formats. Source: BPC REST documentation, jsonParams of register.do; the greatest lengths are a guess. */
const terms = Object.entries<(value: string) => boolean>({
  recurringFrequency: (value) => /^[1-9]\d{0,3}$/.test(value),
  recurringExpiry: (value) => dateTimeMs(value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3T00:00:00')) !== undefined,
  installments: (value) => /^[1-9]\d{0,3}$/.test(value),
  totalInstallmentAmount: (value) => /^[1-9]\d{0,11}$/.test(value),
});

/** @throws Refused for the first of the terms that is malformed. */
export const checkRecurringTerms = (params: Order['params']): void => {
  for (const [name, isWellFormed] of terms) {
    const value = params[name];
    if (value !== undefined && !isWellFormed(value))
      throw new Refused('value-invalid', { field: `jsonParams.${name}` });
  }
};
