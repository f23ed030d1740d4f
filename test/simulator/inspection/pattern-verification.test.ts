import test, { type ExecutionContext } from 'ava';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const shopFor = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  const control = controlOf(t, simulator);
  const verify = (wanted: object) => control('POST /merchants/test_user/verifications', wanted);
  return { simulator, verify };
};

const field = 'parameters.orderNumber.matches';

const unusable = [
  ['(', 'expected a regular expression'],
  ['a++', 'expected a regular expression'],
  ['(?=a)', 'expected a regular expression without look-ahead and look-behind'],
  ['(?!vip)', 'expected a regular expression without look-ahead and look-behind'],
  ['(?<=a)b', 'expected a regular expression without look-ahead and look-behind'],
  ['(?<!a)b', 'expected a regular expression without look-ahead and look-behind'],
  ['(a)\\1', 'expected a regular expression without back-references'],
  ['(?<x>a)\\k<x>', 'expected a regular expression without back-references'],
  ['a'.repeat(501), 'expected a regular expression of at most 500 characters'],
  ['a{1001}', /^expected a smaller regular expression: .* more than 600 steps$/],
  ['(a{50}){50}', /^expected a smaller regular expression/],
  ['(?:a{1,50}|b){50}', /^expected a smaller regular expression/],
] as const;
for (const [matches, detail] of unusable)
  test(`a verification by a pattern that cannot be run is refused: ${matches.slice(0, 30)}`, async (t) => {
    const { verify, simulator } = await shopFor(t);
    const wanted = { path: 'register.do', parameters: { orderNumber: { matches } } };

    const { status, json } = await verify(wanted);
    const inOrder = await verify({ inOrder: [{ path: 'deposit.do' }, wanted] });
    const error = await t.throwsAsync(simulator.verify('test_user', wanted), { name: 'ConfigError' });

    t.like({ status, ...json }, { status: 422, type: 'urn:tillbox:problem:wrong-field', field });
    t.like(inOrder.json, { detail: json['detail'], field: `inOrder.1.${field}` });
    t.is(error?.message, `verify: ${field}: ${json['detail']}`);
    if (typeof detail === 'string') t.is(json['detail'], detail);
    else t.regex(json['detail'], detail);
  });

const endless = ['^(a|a)+$', '^(a+)+$', '(a*)*b', '^(a|aa)+$', '(x+x+)+y', '^(a?){27}a{27}b$'];
for (const matches of endless)
  test(`a verification by a pattern that runs away in JavaScript is answered: ${matches}`, async (t) => {
    const { verify, simulator } = await shopFor(t);
    await simulator.register({ description: `${'a'.repeat(300)}!` });

    const { json } = await verify({ path: 'register.do', parameters: { description: { matches } } });

    t.like(json, { verified: false, seen: 0 });
  });

test('a verification with too many patterns or parameters is refused', async (t) => {
  const { verify } = await shopFor(t);
  const parameters = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, value]));
  const inOrder = Array.from({ length: 3 }, () => ({ path: 'x.do', parameters: parameters(70, { matches: 'a' }) }));

  const many = await verify({ path: 'x.do', parameters: parameters(201, 'a') });
  const patterns = await verify({ inOrder });

  t.like(many, { status: 422, json: { field: 'parameters', detail: 'expected at most 200 parameters' } });
  t.like(patterns, { status: 422, json: { field: 'parameters', detail: 'expected at most 200 patterns' } });
});

test('patterns that take too long for the whole journal are refused with advice', async (t) => {
  const { verify, simulator } = await shopFor(t);
  const description = 'a'.repeat(400);
  for (let count = 0; count < 80; count++) await simulator.register({ description });
  const wanted = { path: 'register.do', parameters: { description: { matches: '(?:a?){190}a{190}$' } } };

  t.like(await verify({ ...wanted, since: 75 }), { status: 200, json: { seen: 5 } });
  const { status, json } = await verify(wanted);

  t.is(status, 422);
  t.is(json['field'], 'parameters');
  t.regex(json['detail'], /simpler patterns, or a higher since/);
});
