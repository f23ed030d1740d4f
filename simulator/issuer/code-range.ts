import { luhnDigit } from '../domain/card.ts';
import type { ThreeDsRoute } from '../domain/orders/attempt-plan.ts';
import { checkOptions, oneOf, wholeNumber } from '../options/check-options.ts';

/** The two digits of each route in the card number. */
const routeDigits = { none: '00', frictionless: '01', challenge: '02', attempt: '03' } as const satisfies Partial<
  Record<ThreeDsRoute, string>
>;

type RangeRoute = keyof typeof routeDigits;

export const rangeRoutes = Object.keys(routeDigits) as [RangeRoute, ...RangeRoute[]];

const range = /^400000([09])(\d{6})(\d\d)\d$/;

/** The outcome in a card number of the range `400000 S CCCCCC RR L`; undefined outside the range. */
export const readCodeRange = (pan: string): { readonly actionCode: number; readonly route: RangeRoute } | undefined => {
  const [, sign, digits, routeCode] = range.exec(pan) ?? [];
  const route = Object.entries(routeDigits).find(([, code]) => code === routeCode)?.[0] as RangeRoute | undefined;
  if (!route) return undefined;
  const code = Number(digits);
  return { actionCode: sign === '9' && code !== 0 ? -code : code, route };
};

const code = wholeNumber(-999_999, 999_999);

const routeCheck = oneOf(...rangeRoutes);

/** The card number for an action code: sign, six digits of the code, the 3-D Secure route, a check digit. */
export const cardForActionCode = (actionCode: number, route: RangeRoute = 'none'): string => {
  checkOptions('cardForActionCode', code, actionCode);
  checkOptions('cardForActionCode', routeCheck, route);
  const digits = `400000${actionCode < 0 ? 9 : 0}${String(Math.abs(actionCode)).padStart(6, '0')}${routeDigits[route]}`;
  return digits + luhnDigit(digits);
};
