import type { Fields, Question } from './question.ts';

const register = 'rest/register.do';

/** A registration with one thing changed. */
const registration = (id: string, situation: string, changes: Fields = {}): Question => ({
  id,
  title: `register: ${situation}`,
  group: 'plain',
  call: register,
  fields: ({ order }) => ({ ...order, ...changes }),
});

/** More characters than any bank takes. */
const tooLong = 'x'.repeat(40);

/** Registration, and its refusals. */
export const registerQuestions: readonly Question[] = [
  registration('register', 'an order'),
  registration('register-no-number', 'no orderNumber', { orderNumber: undefined }),
  {
    ...registration('register-number-used', 'an orderNumber that is used'),
    fields: ({ order, orderOf }) => ({ ...order, orderNumber: orderOf('register').orderNumber }),
  },
  registration('register-number-long', 'an orderNumber of 40 characters', { orderNumber: tooLong }),
  registration('register-no-amount', 'no amount', { amount: undefined }),
  registration('register-amount-zero', 'amount 0', { amount: '0' }),
  registration('register-amount-decimals', 'an amount with decimals', { amount: '15000.00' }),
  registration('register-no-return', 'no returnUrl', { returnUrl: undefined }),
  registration('register-currency-unknown', 'an unknown currency', { currency: '000' }),
  registration('register-language-unknown', 'an unknown language', { language: 'qq' }),
  registration('register-params-broken', 'jsonParams that are not JSON', { jsonParams: '{' }),
  registration('register-in-russian', 'a refusal in Russian', { amount: undefined, language: 'ru' }),
  { ...registration('register-no-login', 'no login'), login: 'none' },
  {
    id: 'pre-auth',
    title: 'registerPreAuth: an order',
    group: 'plain',
    call: 'rest/registerPreAuth.do',
    fields: ({ order }) => order,
  },
];
