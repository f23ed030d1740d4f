import test from 'ava';
import type { Bank } from '../../simulator/banks/bank.ts';
import { pageCalls } from '../../simulator/card-page/routes.ts';
import { exampleFinder } from '../../simulator/control/openapi/call-examples.ts';
import { gatewayEndpoints } from '../../simulator/gateway/endpoints.ts';
import { recordCalls } from './generate/examples/record-calls.ts';

/** Declares the test of the examples in the document of a bank. */
export const testExamplesOf = (bank: Bank): void =>
  test(`the examples of ${bank.name} are what the gateway answers: npm run docs writes them`, async (t) => {
    const find = exampleFinder(bank);

    const recorded = await recordCalls(bank);

    for (const call of [...gatewayEndpoints, ...pageCalls]) {
      const { request, answer } = find(call) ?? {};
      t.deepEqual(request && { request, answer }, recorded.get(call.path), call.path);
    }
    t.true(recorded.size > 60);
  });
