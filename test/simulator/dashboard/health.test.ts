import test from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';

test('the page about the health tells store, processes, journal and scenario files', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100 });
  await simulator.register();

  const { status, text } = await visitorOf(simulator.url).open('/health');

  t.is(status, 200);
  t.regex(text, /Store In (?:memory: gone when the process stops|a file: lasts|PostgreSQL: lasts)/);
  t.regex(text, /Processes (?:This one alone|Others may have the same store)/);
  t.regex(text, /Journal 1 of at most 100 requests, of all merchants/);
  t.regex(text, /Scenario files 118 scenarios/, 'as many as the menu has');
  t.regex(text, /Version tillbox \d+\.\d+/);
  t.regex(text, /Memory \d+ MB, of it heap \d+ MB/);
});

test('the process runs for as long as it does, however far the clock of a merchant has moved', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.clockOf('test_user').advance(4 * 86_400_000);

  t.regex((await visitorOf(simulator.url).open('/health')).text, /Runs for 0:00 /);
});

test('requests, payments and refusals are counted', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register();
  await simulator.callBare('register.do', { ...login, password: 'wrong' });

  const { text } = await visitorOf(simulator.url).open('/health');

  t.regex(text, /Merchant API 2 0 \/payment\/rest\/register\.do 2 0/);
  t.regex(text, /errorCode 5 1/);
  t.regex(text, /Payments approved 0/);
});

test('a program at /health is sent to the health of the process', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await fetch(`${simulator.url}/health`);

  t.true(answer.url.endsWith('/sandbox/health'));
  t.deepEqual(await answer.json(), { status: 'ok' });
});

test('the page about the health has no token in it', async (t) => {
  const simulator = await simulatorFor(t, { controlToken: 'very-secret-token' });

  const { html } = await visitorOf(simulator.url, {
    headers: { Authorization: 'Bearer very-secret-token' },
  }).open('/health');

  t.regex(html, /\$CONTROL_TOKEN/);
  t.notRegex(html, /very-secret-token/);
});

test('the log is shown, and its level is set for this process', async (t) => {
  const simulator = await simulatorFor(t, { logLevel: 'error' });
  const visitor = visitorOf(simulator.url);
  t.regex((await visitor.open('/health')).text, /No line of this level has been written yet\./);

  const set = await visitor.submit('/health', 'log-level', { level: 'silent' });

  t.regex(set.text, /The log has the level silent now\./);
  t.regex(set.html, /<option value="silent" selected>/);
  t.regex((await visitor.submit('/health', 'log-level', { level: 'errors' })).text, /did you mean error\?/);
});

test('what came lately is shown as a picture with its words', async (t) => {
  const simulator = await simulatorFor(t);

  const { html, text } = await visitorOf(simulator.url, { language: 'ru' }).open('/health');

  t.regex(text, /Последние десять минут/);
  t.regex(html, /<svg class="spark"[^>]* role="img" aria-label="Запросы за последние десять минут: 0">/);
  t.notRegex(html, / style=/);
});
