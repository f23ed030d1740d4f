import test from 'ava';
import { bereke } from '../../simulator/banks/bereke.ts';
import { testExamplesOf } from './examples-of.ts';

testExamplesOf(bereke);

test('the recording of another bank follows the bank', async (t) => {
  const { recordCalls } = await import('./generate/examples/record-calls.ts');
  const { arca } = await import('../../simulator/banks/arca.ts');

  const calls = await recordCalls(arca);

  t.like(calls.get('rest/register.do'), {
    request: { currency: arca.currency },
    answer: { errorCode: 0, error: false },
  });
});
