import path from 'node:path';
import test from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import { fetchDocument } from '../helpers/http/documented-answers.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { filesOf, runTool } from './tools.ts';

const lint = (files: readonly string[]) =>
  runTool(
    'spectral',
    'lint',
    '--ruleset',
    path.join(import.meta.dirname, 'rules.yaml'),
    '--fail-severity',
    'hint',
    ...files,
  );

test('the documents of the control API and of every bank keep the rules of Spectral', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const addresses = ['control.json', ...banks.map(({ name }) => `merchant.json?bank=${name}`)];
  const documents: Record<string, object> = {};
  for (const [index, address] of addresses.entries())
    documents[`document-${index}`] = await fetchDocument(`${controlUrl}/openapi/${address}`);

  const { code, output } = await lint(filesOf(t, documents));

  t.is(code, 0, output.slice(0, 3_000));
});

test('the rules notice an array of anything, and a call without an answer', async (t) => {
  const { controlUrl } = await simulatorFor(t);
  const document = await fetchDocument(`${controlUrl}/openapi/merchant.json`);
  document['components'].schemas.Registered.properties.orderId = { type: 'array' };
  document['paths']['/payment/rest/refund.do'].post.responses = {};

  const { code, output } = await lint(filesOf(t, { document }));

  t.is(code, 1);
  t.regex(output, /array-items/);
  t.regex(output, /operation-success-response|oas3-schema/);
});
