import { z } from 'zod';
import type { Bank } from '../../banks/bank.ts';
import { bankOf, refuseUnknownBank } from '../../banks/bank-of.ts';
import type { Context } from '../../context.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { controlDocument } from './control-document.ts';
import { merchantDocument } from './merchant-document.ts';

const bankQuery = z.strictObject({
  bank: z.string().optional().describe('The bank, if not that of this process; `GET /banks` lists them.'),
});

const contentType = 'application/json';

export const getControlDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/control.json',
  tag: 'service',
  summary: 'The control API as OpenAPI 3.1.',
  summaryInRussian: 'Control API в виде документа OpenAPI 3.1.',
  answer: { contentType },
  // To make it takes a tenth of a second, in which the gateway does nothing else.
  handle: async ({ context, endpoints, origin, once }) => {
    const hasToken = context.options.control.token !== undefined;
    const document = once('control.json', () => controlDocument({ endpoints, origin, hasToken }));
    return { contentType, text: JSON.stringify({ ...document, servers: [{ url: `${origin}/sandbox` }] }) };
  },
});

export const getMerchantDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/merchant.json',
  tag: 'service',
  summary: "The merchant API as OpenAPI 3.1, from the tables that check its calls: this process's bank, or `?bank=`.",
  summaryInRussian:
    'Merchant API в виде документа OpenAPI 3.1, составленного по таблицам проверки вызовов: для банка этого процесса или банка из `?bank=`.',
  query: bankQuery,
  answer: { contentType },
  handle: async ({ context, calls, origin, once, query }) => {
    const bank = query.bank === undefined ? context.bank : bankNamed(context, query.bank);
    const document = once(`merchant.json ${query.bank ?? ''}`, () => merchantDocument(context, bank, calls));
    return { contentType, text: JSON.stringify({ ...document, servers: [{ url: origin }] }) };
  },
});

/** The profile of a bank, at the path of this process, as for a merchant of that bank. @throws ConfigError if there is none of this name. */
const bankNamed = (context: Context, bank: string): Bank => {
  refuseUnknownBank(context, 'bank', bank);
  return bankOf(context, { bank });
};
