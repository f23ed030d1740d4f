import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { satim } from '../../../simulator/banks/satim.ts';
import { pageCalls } from '../../../simulator/card-page/routes.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';
import type { Endpoint } from '../../../simulator/http/call/endpoint.ts';
import { possibleRefusals, refusalsAt } from '../../../simulator/http/call/possible-refusals.ts';

const root = path.join(import.meta.dirname, '../../../simulator');
const endpoints = [...gatewayEndpoints, ...pageCalls];

const endpointAt = (name: string): Endpoint => {
  const found = endpoints.find(({ path: address }) => address === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

test('a call lists every reason for which its own file refuses', async (t) => {
  const files = globSync(['gateway/*/*.ts', 'card-page/calls/*.ts'], { cwd: root });
  const forgotten: string[] = [];
  let count = 0;

  for (const file of files) {
    const exported = Object.values(await import(path.join(root, file))).filter((one) =>
      endpoints.includes(one as Endpoint),
    );
    if (exported.length === 0) continue;
    const listed = new Set(exported.flatMap((endpoint) => possibleRefusals(endpoint as Endpoint)));
    for (const [, reason = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(/new Refused\('([\w-]+)'/g)) {
      count++;
      if (![...listed].some((one) => one === reason)) forgotten.push(`${file}: ${reason}`);
    }
  }

  t.deepEqual(forgotten, []);
  t.true(count > 40);
});

test('the reasons of a call are those of its login, of its parameters and of its work', (t) => {
  const refusals = possibleRefusals(endpointAt('rest/verifyEnrollment.do'));

  t.deepEqual(refusals.toSorted(), [
    'access-denied',
    'card-number-invalid',
    'credentials-missing',
    'key-missing',
    'signature-wrong',
    'system-error',
  ]);
  t.true(possibleRefusals(endpointAt('rest/register.do')).includes('amount-missing'));
  t.true(possibleRefusals(endpointAt('recurrentPayment.do')).includes('json-invalid'));
  t.deepEqual(possibleRefusals(endpointAt('se/keys.do')), ['system-error']);
});

test('a bank that answers HTTP 401 for an unknown order has no refusal for it in the acknowledgement, but in other calls it has', (t) => {
  const acknowledgement = endpointAt('rest/public/acknowledgeTransaction.do');

  t.true(refusalsAt(acknowledgement, bereke).includes('order-not-found'));
  t.false(refusalsAt(acknowledgement, satim).includes('order-not-found'));
  t.true(refusalsAt(endpointAt('rest/refund.do'), satim).includes('order-not-found'));
  t.true(refusalsAt(endpointAt('rest/getFee.do'), satim).includes('order-not-found'));
});
