import test from 'ava';
import { textOf, typeScriptFiles } from '../../alone/import-rules.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const headers = 'expected names of HTTP headers, each with a text';
const time = 'expected a time such as 20m, 1h30m or 500ms, or a number of milliseconds, at most a hundred years';

const mistakes: readonly (readonly [line: string, body: object, detail: string])[] = [
  ['PATCH /merchants/test_user', { callbacks: { headers: { 'a b': 'c' } } }, headers],
  ['PATCH /merchants/test_user', { callbacks: { headers: { a: 1 } } }, headers],
  ['PATCH /merchants/test_user', { callbacks: { headers: 'a' } }, headers],
  ['POST /merchants/test_user/clock/advance', { by: '30' }, `${time}; did you mean 30s?`],
  ['POST /merchants/test_user/clock/advance', { by: 'soon' }, time],
];
for (const [line, body, detail] of mistakes) {
  test(`${line} with ${JSON.stringify(body)} is refused in words`, async (t) => {
    const { status, json } = await controlOf(t, await simulatorFor(t))(line, body);

    t.is(status, 422);
    t.true(String(json['detail']).includes(detail), json['detail']);
  });
}

test('each pattern of a schema has a message of its own: the one by default shows the pattern', (t) => {
  const patterns = typeScriptFiles('simulator').flatMap((file) =>
    textOf(file)
      .split('\n')
      .filter((line) => /\.regex\(\//.test(line) || /\.regex\(\w+\)/.test(line))
      .map((line) => [file, line.trim()] as const),
  );

  t.true(patterns.length > 10);
  t.deepEqual(
    patterns.filter(([, line]) => !/\{ error: \w+|\{ error: '/.test(line)),
    [],
  );
});
