import { curlOf, type ShellValue } from '../text/curl.ts';
import type { Bank } from './bank.ts';
import { exampleOrder } from './example-order.ts';

/**
 * The curl command that registers a first order, for `sh`. A bank that does not number orders gets the time as a number, so
 * that the command can be repeated. `restUrl`: with a slash at the end.
 */
export const registerCommand = (
  restUrl: string,
  bank: Bank,
  { login, password }: { readonly login: string; readonly password: string | ShellValue },
  returnUrl: string,
): string => {
  const { amount = '', currency = '', ...rest } = exampleOrder(bank, returnUrl);
  const { orderBundle, jsonParams, ...order } = rest;
  return curlOf(`${restUrl}register.do`, [
    { amount, currency, userName: login, password },
    { ...order, ...(!bank.generatesOrderNumber && { orderNumber: { shell: '$(date +%s)' } }) },
    ...(orderBundle === undefined ? [] : [{ orderBundle }]),
    ...(jsonParams === undefined ? [] : [{ jsonParams }]),
  ]);
};
