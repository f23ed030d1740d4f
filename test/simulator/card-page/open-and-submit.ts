import { plainCard } from '../../helpers/payments/pay.ts';
import type { Fields } from '../../helpers/simulator/simulator.ts';

/** Opens a page, and does not follow where it leads. */
export const open = (url: string) => fetch(url, { redirect: 'manual' });

/** Submits the page's form the way a browser without JavaScript does. */
export const submit = (formUrl: string, fields: Fields = {}) => {
  const body = new URLSearchParams({
    mdOrder: new URL(formUrl).searchParams.get('mdOrder') ?? '',
    pan: plainCard.pan,
    expiry: plainCard.expiry,
    newCardCvc: plainCard.cvc,
    cardholderName: 'AIDA TESTOVA',
    ...fields,
  });
  return fetch(formUrl, { method: 'POST', body, redirect: 'manual' });
};
