import test from 'ava';
import { type Json, login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const post = async ({ restUrl }: TestSimulator, body: string, type = 'application/json') => {
  const answer = await fetch(new URL('../recurrentPayment.do', restUrl), {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as Json };
};

for (const [title, body] of [
  ['nothing', ''],
  ['no JSON', '{"orderNumber":'],
  ['a list', '[1,2]'],
  ['a text', '"hello"'],
  ['null', 'null'],
  ['a number', '12'],
  ['a nest of a thousand objects', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`],
] as const) {
  test(`a JSON call that gets ${title} says so with HTTP 200`, async (t) => {
    const answer = await post(await simulatorFor(t), body);

    t.is(answer.status, 200);
    t.like(answer.body, { success: false });
  });
}

test('a form that is sent to a JSON call is understood', async (t) => {
  const simulator = await simulatorFor(t);

  const { body } = await post(
    simulator,
    new URLSearchParams({ ...login }).toString(),
    'application/x-www-form-urlencoded',
  );

  t.is(body['error'].code, '1', 'the login holds; what is missing is the order number');
});

test('a query without a body is understood as well', async (t) => {
  const { restUrl } = await simulatorFor(t);

  const answer = await fetch(new URL(`../recurrentPayment.do?${new URLSearchParams({ ...login })}`, restUrl));

  t.is(((await answer.json()) as Json)['error'].code, '1', 'the login holds; what is missing is the order number');
});

test('names of JSON samples are read: username and locale', async (t) => {
  const simulator = await simulatorFor(t);
  const sent = { username: login['userName'], password: login['password'], locale: 'ru' };

  const { body } = await post(simulator, JSON.stringify(sent));

  t.is(body['error'].code, '1');
  t.regex(body['error'].description, /Не задан параметр \[orderNumber\]/);
});

test('nested values where texts belong, and keys of the prototype, do no harm', async (t) => {
  const simulator = await simulatorFor(t);

  for (const value of [{}, [], [1], { a: { b: [] } }, true, 1e300]) {
    const { status, body } = await post(
      simulator,
      JSON.stringify({ ...login, orderNumber: value, bindingId: value, amount: value }),
    );
    t.is(status, 200);
    t.false(body['success']);
  }
  const { body } = await post(simulator, '{"__proto__":{"userName":"test_user"},"constructor":1}');
  t.is(body['error'].code, '10');
});
