import { readFileSync } from 'node:fs';
import test from 'ava';
import { controlApiCommand, controlApiFile, controlApiHead, controlApiSchemas } from './generate/control-api.ts';

test('the types of the control API in the client are those of its document', (t) => {
  const isCurrent = readFileSync(controlApiFile, 'utf8').startsWith(controlApiHead(controlApiSchemas()));

  t.true(isCurrent, `client/sandbox/control-api.ts is out of date: ${controlApiCommand}`);
});
