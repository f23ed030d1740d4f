import test from 'ava';
import { fixedId, formOf, pactV2, pactV4, paidStatus } from '../helpers/contracts/sample-pacts.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { fileOf, runTool } from './tools.ts';

/** An order with an id, a number and an amount of the pact's own, and a number that is free. */
const pact = pactV4([
  {
    description: 'the status of a paid order',
    providerStates: [
      { name: 'an order paid in one phase exists', params: { orderId: fixedId, orderNumber: 'A-1', amount: 7700 } },
    ],
    request: {
      ...paidStatus.request,
      query: { userName: ['test_user'], password: ['test_user_password'], orderId: [fixedId] },
    },
    response: {
      status: 200,
      body: { contentType: 'application/json', encoded: false, content: { orderNumber: 'A-1', amount: 7700 } },
    },
  },
]);

/** A number that only the request has, as in version 2. */
const fixedNumber = pactV2([
  {
    description: 'an order is registered',
    providerState: 'an order number is free',
    request: formOf('register.do', { orderNumber: 'B-1', amount: '100', returnUrl: 'https://shop.example' }),
    response: { status: 200, body: { formUrl: 'x' }, matchingRules: { '$.body.formUrl': { match: 'type' } } },
  },
]);

for (const [how, more] of [
  ['in the body, with a teardown', ['--state-change-teardown']],
  ['in the body, without a teardown', []],
  ['in the query, without a teardown', ['--state-change-as-query']],
] as const)
  test(`the verifier of Pact sends states ${how}, and the same pacts hold again and again`, async (t) => {
    const { url, controlUrl } = await simulatorFor(t);
    const { hostname, port } = new URL(url);
    const files = [pact, fixedNumber].flatMap((one) => ['--file', fileOf(t, one)]);
    const states = ['--state-change-url', `${controlUrl}/provider-states`, ...more];

    for (const time of ['the first time', 'the second time']) {
      const { code, output } = await runTool(
        'pact-verifier',
        ...files,
        '--hostname',
        hostname,
        '--port',
        port,
        ...states,
      );
      t.is(code, 0, `${time}: ${output}`);
    }
  });
