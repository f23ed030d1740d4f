import test from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

test('the header shows merchant, bank and clock, and moves the clock', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);

  const { status, text } = await visitor.open('/');
  t.is(status, 200);
  t.regex(text, /Demo Store Bereke Bank · test_user/);
  t.regex(text, /13:00:00 Thu 1 Jan, stands/);
  t.regex(text, /Nothing is due/);

  const moved = await visitor.submit('/', 'clock', { move: '20m' });
  t.regex(moved.text, /The clock stands at 13:20:00\./);
  t.is(simulator.clockOf('test_user').now(), startMs + 20 * 60_000);
  t.notRegex((await visitor.open('/')).text, /The clock stands at/);
});

test('the clock and the scenario in the header are those of the merchant on the page', async (t) => {
  const merchants = ['test_user', 'second'].map((name) => ({ login: name, password: 'p' }));
  const simulator = await simulatorFor(t, { merchants });
  const visitor = visitorOf(simulator.url);
  for (const { login } of merchants)
    await simulator.setScenario(login, { about: 'Own.', attempts: [{ decline: 116 }] });

  const moved = await visitor.submit('/transactions?merchant=second', 'clock', { move: '20m' });
  t.regex(moved.text, /Demo Store Bereke Bank · second/);
  t.is(simulator.clockOf('second').now(), startMs + 20 * 60_000);
  t.is(simulator.clockOf('test_user').now(), startMs);

  await visitor.submit('/transactions?merchant=second', 'scenario-off');
  t.notRegex((await visitor.open('/?merchant=second')).html, /scenario-chip/);
  t.regex((await visitor.open('/')).html, /scenario-chip/);
});

test('what is due next is shown, and gone to', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);
  const { orderId } = await simulator.register();

  const [, at = ''] =
    /name="move" value="([^"]*T[^"]*)" title="[^"]*an order expires/.exec((await visitor.open('/')).html) ?? [];
  t.is(Date.parse(at), startMs + 20 * 60_000);

  await visitor.submit('/', 'clock', { move: at });
  t.is((await simulator.status(orderId))['orderStatus'], 6);
});

test('the scenario in force is shown, and switched off', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);
  t.notRegex((await visitor.open('/')).html, /scenario-chip/);
  await simulator.setScenario('test_user', { about: 'Own.', attempts: [{ decline: 116 }] });

  t.regex((await visitor.open('/')).text, /a scenario of its own/);
  const { text, html } = await visitor.submit('/', 'scenario-off');

  t.regex(text, /The scenario is switched off\./);
  t.notRegex(html, /scenario-chip/);
});

test('the break in force is shown, and taken away', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);
  await simulator.setBreak('test_user', 'bo-13');

  const shown = await visitor.open('/');
  t.regex(shown.text, /bo-13/);
  t.regex(shown.html, /title="Break bo-13: the gateway registers ten times the amount"/);
  const { text, html } = await visitor.submit('/', 'break-off');

  t.regex(text, /The gateway is right again\./);
  t.notRegex(html, /scenario-chip/);
  t.is(await simulator.breakOf('test_user'), undefined);
});

test('a refusal of the gateway is shown in its own words', async (t) => {
  const simulator = await simulatorFor(t);

  const { text } = await visitorOf(simulator.url).submit('/', 'clock', { move: 'sideways' });

  t.regex(text, /to: expected/);
});

for (const [language, words] of [
  ['ru', 'К содержанию'],
  ['kk', 'Мазмұнға өту'],
] as const)
  test(`the page is in ${language} for a browser that asks for it, and for one that has chosen it`, async (t) => {
    const simulator = await simulatorFor(t);

    t.true((await visitorOf(simulator.url, { language }).open('/')).text.includes(words));

    const visitor = visitorOf(simulator.url);
    await visitor.open(`/?lang=${language}`);
    t.true((await visitor.open('/')).text.includes(words));
  });

test('another merchant is chosen by its login', async (t) => {
  const simulator = await simulatorFor(t, {
    merchants: [
      { login: 'one', password: 'p' },
      { login: 'two', password: 'p' },
    ],
  });
  const visitor = visitorOf(simulator.url);

  t.regex((await visitor.open('/?merchant=two')).text, /Bereke Bank · two/);
  const unknown = await visitor.open('/?merchant=three');
  t.is(unknown.status, 404);
  t.regex(unknown.text, /No merchant has the login three/);
});
