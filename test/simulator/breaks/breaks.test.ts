import test from 'ava';
import { breaks } from '../../../simulator/breaks/all.ts';
import { breaksSince, joinBreaks } from '../../../simulator/breaks/break.ts';
import { pageCalls } from '../../../simulator/card-page/routes.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';

test('there are many breaks, each with an id of its own', (t) => {
  t.true(breaks.length >= 250);
  t.is(new Set(breaks.map(({ id }) => id)).size, breaks.length);
});

test('every break names calls that are imitated, and each of them once', (t) => {
  const imitated = [...gatewayEndpoints, ...pageCalls].flatMap(({ path, imitated }) =>
    imitated === 'no' ? [] : [path],
  );

  for (const { id, calls } of breaks) {
    t.true(calls.length > 0, id);
    t.is(new Set(calls).size, calls.length, id);
    t.deepEqual(
      calls.filter((call) => !imitated.includes(call)),
      [],
      id,
    );
  }
});

test('every call that the contract verifies has a break', (t) => {
  const broken = new Set(breaks.flatMap(({ calls }) => calls));
  const calls = gatewayEndpoints.flatMap(({ path, imitated }) => (imitated === 'no' ? [] : [path]));

  t.deepEqual(
    calls.filter((call) => !broken.has(call)),
    [],
  );
});

test('a break says in words what the gateway does, and in a sentence what a shop suffers', (t) => {
  for (const { id, does, harm, equivalent = 'It does no harm.' } of breaks) {
    t.regex(does, /^[a-z].*[^.]$/, id);
    for (const sentence of [harm, equivalent]) t.regex(sentence, /^[A-Z][^\n]*\.$/, id);
    t.notRegex(harm, /\. [A-Z]/, `${id}: one sentence`);
  }
});

test('every break has the version that brought it', (t) => {
  for (const { id, since } of breaks) t.regex(since, /^\d+\.\d+\.\d+$/, id);
});

const row = { calls: ['rest/register.do'], does: 'does nothing', harm: 'Nobody suffers.', answer: () => {} };

test('two breaks with one id are refused, also from different tables', (t) => {
  const tables = [breaksSince('0.1.0', { 'st-01': row, 'st-02': row }), breaksSince('0.2.0', { 'st-02': row })];

  t.throws(() => joinBreaks(tables), { message: 'st-02: two breaks have this id' });
});

for (const id of ['st-1', 'status-01', 'ST-01', 'st-001'])
  test(`an id is refused that is not an area and two digits: ${id}`, (t) => {
    t.throws(() => joinBreaks([breaksSince('0.1.0', { [id]: row })]), {
      message: /^.+: expected an area and two digits/,
    });
  });
