import { readFileSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { shopPact } from '../../contracts/pact/pacts.ts';
import { fetchDocument } from '../helpers/http/documented-answers.ts';
import { type Json, simulatorFor } from '../helpers/simulator/simulator.ts';
import { filesOf, runTool } from './tools.ts';

/** What PactFlow's validator says about a pact and the document. */
const validate = async (t: ExecutionContext, pact: Json) => {
  const { controlUrl } = await simulatorFor(t);
  const document = await fetchDocument(`${controlUrl}/openapi/merchant.json`);
  return runTool('swagger-mock-validator', ...filesOf(t, { document, pact }));
};

const readPact = (): Json => JSON.parse(readFileSync(shopPact, 'utf8'));

/** Interactions that the document is not about, by words of their descriptions. */
const notDescribed = [
  {
    words: /(, with nothing but its login| instalment without an amount), .*$/,
    reason: 'leaves out on purpose what the document requires',
  },
  { words: / by POST with a query$/, reason: 'the document has each parameter at one place only' },
  { words: / in a multipart form$/, reason: 'the document has the usual form only' },
  { words: /^the browser opens the payment page .*$/, reason: 'a page, not a call' },
];

test('the pact of the shop fits the document, by the validator of PactFlow', async (t) => {
  const pact = readPact();
  const all: readonly Json[] = pact['interactions'];
  for (const { words, reason } of notDescribed) {
    const count = all.filter(({ description }) => words.test(description)).length;
    t.true(count > 0, reason);
    t.log(`${count} left out: ${reason}`);
  }
  const described = all.filter(({ description }) => !notDescribed.some(({ words }) => words.test(description)));

  const { code, output } = await validate(t, { ...pact, interactions: described });

  t.true(described.length > 300);

  t.is(code, 0, output.slice(0, 3_000));
  t.regex(output, /^0 error\(s\)\n0 warning\(s\)/m);
});

test('the validator notices an answer that the document does not have, and a call that there is not', async (t) => {
  const pact = readPact();
  const [first, second] = (pact['interactions'] as Json[]).filter(({ request }) => request.path.endsWith('/refund.do'));
  if (!first || !second) throw new Error('the pact has no two refunds');
  first['response'].body.content = { errorCode: 0, errorMessage: 'Success' };
  second['request'].path = '/payment/rest/refunds.do';

  const { code, output } = await validate(t, { ...pact, interactions: [first, second] });

  t.not(code, 0);
  t.regex(output, /[2-9] error\(s\)/);
});
