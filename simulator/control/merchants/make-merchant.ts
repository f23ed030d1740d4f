import { makeMerchant as make } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { merchantAnswer, newMerchant } from './merchant-schemas.ts';
import { showMerchant } from './show-merchant.ts';

export const makeMerchant = controlEndpoint({
  method: 'POST',
  path: '/merchants',
  tag: 'merchants',
  summary: 'Makes a merchant; login and password are made up where none are given.',
  body: newMerchant,
  answer: merchantAnswer,
  status: 201,
  handle: async ({ context, body, origin }) => showMerchant(context, await make(context, body), origin),
});
