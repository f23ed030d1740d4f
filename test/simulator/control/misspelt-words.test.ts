import test from 'ava';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('a misspelt word is asked about wherever the control API takes one of several', async (t) => {
  const control = controlOf(t, await simulatorFor(t));

  const { text } = await control('POST /merchants', { login: 'shop', bank: 'satin' });

  t.regex(text, /did you mean satim\?/);
});
