import { z } from 'zod';
import { banks } from '../../banks/all.ts';
import { controlEndpoint } from '../control-endpoint.ts';

export const bank = z
  .strictObject({
    name: z.string().describe('Its name in `BANK` and in the settings of a merchant.'),
    title: z.string(),
    basePath: z.string().describe('The start of its paths, if the process imitates it.'),
    currency: z.string().describe('ISO 4217 numeric: the currency of orders that name none.'),
    isOwn: z.boolean().describe('Whether this process imitates it.'),
  })
  .meta({ id: 'Bank' });

export const listBanks = controlEndpoint({
  method: 'GET',
  path: '/banks',
  tag: 'service',
  summary: 'The banks whose gateways can be imitated.',
  answer: z.strictObject({ banks: z.array(bank) }),
  handle: async ({ context }) => ({
    banks: banks.map(({ name, title, basePath, currency }) => ({
      name,
      title,
      basePath,
      currency,
      isOwn: name === context.bank.name,
    })),
  }),
});
