import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { bare } from './bare-endpoint.ts';
import { everyCall, named } from './every-call.ts';
import { ofWallet } from './refusals.ts';

const mayTry: Given = ['wrong passwords do not lock the login'];

/** Without the client's own checks and fields: each call in its shortest form. */
const wrongPasswords = Object.entries(everyCall).map(([asks, { path, form, isJson, wrongPassword }]): [string, Row] => {
  const fields = form('019b6f10-3c2a-7c41-9f6e-5a1200b4e001');
  return [
    `${asks}, with a wrong password`,
    {
      given: [mayTry],
      path,
      form: fields,
      ...(isJson && { isJson }),
      password: 'not-the-password',
      ask: (client) => client.call(bare(path, isJson), fields),
      refusal: wrongPassword,
    },
  ];
});

const unknownThings = Object.entries(everyCall).flatMap(([asks, { path, form, isJson, unknown }]): [string, Row][] => {
  if (!unknown) return [];
  const [kind, refusal] = unknown;
  const { state, value, sample, words } = named[kind];
  return [
    [
      `${asks}, with the id ${words} that does not exist`,
      {
        given: [[state]],
        path,
        form: form(fromState(value, sample)),
        ...(isJson && { isJson }),
        ask: (client) => client.call(bare(path, isJson), form(sample)),
        refusal,
      },
    ],
  ];
});

const emptyCalls = Object.entries(everyCall).flatMap(([asks, { path, isJson, empty }]): [string, Row][] => {
  if (!empty) return [];
  const ask: Row['ask'] = (client) => client.call(bare(path, isJson), {});
  return [
    [
      `${asks}, with nothing but its login`,
      { given: [], path, form: {}, ...(isJson && { isJson }), ask, refusal: empty },
    ],
  ];
});

agreeOnCalls(Object.fromEntries([...wrongPasswords, ...unknownThings, ...emptyCalls]));

/** Calls without a password, by the name of a merchant. */
const wallets = { Apple: '../applepay/payment.do', Samsung: '../samsung/payment.do' };
agreeOnCalls(
  Object.fromEntries(
    Object.entries(wallets).map(([wallet, path]): [string, Row] => {
      const form = { merchant: 'nobody', orderNumber: 'shop-1001', paymentToken: 'cGF5bWVudC10b2tlbg==' };
      const ask: Row['ask'] = (client) => client.call(bare(path, true, true), form);
      return [
        `for a payment with ${wallet} Pay in the name of nobody`,
        { given: [], path, form, isJson: true, isOpen: true, ask, refusal: ofWallet(10) },
      ];
    }),
  ),
);
