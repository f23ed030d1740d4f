import test from 'ava';
import { textOf, visitorOf } from '../../helpers/dashboard/visitor.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('the calls of the merchant API are listed, and one is opened with all that is known of it', async (t) => {
  const simulator = await simulatorFor(t);

  const { status, text, html } = await visitorOf(simulator.url).open('/api?call=deposit');

  t.is(status, 200);
  t.regex(text, /POST \/payment\/rest\/deposit\.do Captures held money/);
  t.regex(text, /amount Amount in minor units; 0 or missing means everything\. integer/);
  t.regex(text, /password required/);
  t.regex(text, /7 [^.]*Payment must be in the correct state/);
  t.regex(text, /password=\$PASSWORD/);
  t.regex(html, /openapi\/merchant\.json\?bank=bereke/);
  t.notRegex(html, /test_user_password/);
});

test('calls are searched, and an unknown one is said to be unknown', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);

  const { html } = await visitor.open('/api?q=refund.do');
  t.true(html.includes('/payment/rest/refund.do'));
  t.false(html.includes('/payment/rest/addParams.do'));
  t.regex((await visitor.open('/api?q=%3Cscript%3E')).text, /No call is like this/);
  const unknown = await visitor.open('/api?call=nothing');
  t.is(unknown.status, 404);
  t.regex(unknown.text, /There is no such call/);
});

test('a call is also opened by its name as in the list', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);
  const names = [
    ['register.do', '/payment/rest/register.do'],
    ['getOrderStatusExtended.do', '/payment/rest/getOrderStatusExtended.do'],
    ['industryPractice/paymentOrder.do', '/payment/industryPractice/paymentOrder.do'],
  ] as const;

  for (const [name, path] of names) {
    const { status, html } = await visitor.open(`/api?call=${encodeURIComponent(name)}`);
    t.is(status, 200, name);
    t.is(textOf(/<h2 id="call-h".*?<\/h2>/.exec(html)?.[0] ?? ''), `POST ${path}`);
    t.is(html.match(/<a class="api-link"[^>]* aria-current="true"/g)?.length, 1, name);
  }
  t.regex((await visitor.open('/api?api=control&call=%2Fhealth')).text, /GET \/health/);
});

test('the control API is there, without a form to try it', async (t) => {
  const simulator = await simulatorFor(t);

  const { text, html } = await visitorOf(simulator.url).open('/api?api=control&call=putMerchantsLoginState');

  t.regex(text, /PUT \/merchants\/\{login\}\/state/);
  t.regex(text, /curl -X PUT \S*\/sandbox\/merchants\/test_user\/state/);
  t.notRegex(html, /name="act" value="try"/);
});

test('what a call does is said in Russian, to readers of Kazakh too', async (t) => {
  const simulator = await simulatorFor(t);

  for (const language of ['ru', 'kk']) {
    const visitor = visitorOf(simulator.url, { language });
    const merchant = await visitor.open('/api?call=deposit');
    t.regex(merchant.html, /<p lang="ru">Списывает удержанные деньги/, language);
    t.notRegex(merchant.text, /Captures held money|Not imitated: always refused/, language);
    const control = await visitor.open('/api?api=control&call=getOpenapiControlJson');
    t.regex(control.html, /<p lang="ru">Control API в виде документа OpenAPI/, language);
    t.notRegex(control.text, /The control API as OpenAPI/, language);
  }
});

test('a call is found by its Russian words', async (t) => {
  const simulator = await simulatorFor(t);

  const { html } = await visitorOf(simulator.url, { language: 'ru' }).open('/api?q=удержанные');

  t.true(html.includes('/payment/rest/deposit.do'));
  t.false(html.includes('/payment/rest/addParams.do'));
});

test('a call is tried as the shop itself, and its answer is shown', async (t) => {
  const simulator = await simulatorFor(t);
  const visitor = visitorOf(simulator.url);
  const fields = 'amount=1500\nreturnUrl=https://shop.example/return?a=b';

  const { status, text } = await visitor.submit('/api?call=register', 'try', { fields });

  t.is(status, 200);
  const [, orderId = ''] = /"orderId" : "([\w-]+)"/.exec(text) ?? [];
  t.is((await simulator.status(orderId))['amount'], 1500);
});

test('what was typed comes back escaped', async (t) => {
  const simulator = await simulatorFor(t);
  const fields = 'amount=1\nreturnUrl=https://shop.example/\ndescription=</textarea><b>bold</b>';

  const { text, html } = await visitorOf(simulator.url).submit('/api?call=register', 'try', { fields });

  t.regex(text, /\[description\] may not carry markup or script/);
  t.false(html.includes('<b>bold</b>'));
});

test('a refusal is shown in the words of the gateway', async (t) => {
  const simulator = await simulatorFor(t);

  const { text } = await visitorOf(simulator.url).submit('/api?call=deposit', 'try', { fields: 'orderId=unknown' });

  t.regex(text, /"errorCode" : "6"/);
});

test('a card number that was typed does not come back', async (t) => {
  const simulator = await simulatorFor(t);

  const { html } = await visitorOf(simulator.url).submit('/api?call=deposit', 'try', {
    fields: 'orderId=1\njsonParams={"note":"5555555555555599"}',
  });

  t.notRegex(html, /5555555555555599/);
});

test('what is not a call of the shop is not tried', async (t) => {
  const simulator = await simulatorFor(t);

  const { text } = await visitorOf(simulator.url).submit('/api?call=deposit', 'try', {
    call: 'putMerchantsLoginState',
  });

  t.regex(text, /There is no such call/);
});

test('the page about the APIs has no token in it', async (t) => {
  const simulator = await simulatorFor(t, { controlToken: 'very-secret-token' });
  const headers = { Authorization: 'Bearer very-secret-token' };

  const { html } = await visitorOf(simulator.url, { headers }).open('/api?api=control');

  t.regex(html, /\$CONTROL_TOKEN/);
  t.notRegex(html, /very-secret-token/);
});

test('the codes of refusals are told in the language of the reader, each with its whole text', async (t) => {
  const simulator = await simulatorFor(t);

  const texts = {
    en: [/ 5 [^\d]*Access denied/, /names neither a scenario nor an outcome: value; did you mean meant\?/],
    ru: [/ 5 [^\d]*Доступ запрещён/, /сценари[^/]* value[^/]*meant/],
    kk: [/ 5 [^\d]*Қол жеткізуге тыйым салынған/],
  };
  for (const [language, words] of Object.entries(texts)) {
    const { text, html } = await visitorOf(simulator.url, { language }).open('/api?call=register');
    for (const word of words) t.regex(text, word, language);
    t.notRegex(html, /<b class="num"><\/b>/);
  }
});

test('with a path of its own the gateway shows its calls there', async (t) => {
  const simulator = await simulatorFor(t, { contextPath: '/ab_by' });
  const { login } = await simulator.makeMerchant({ bank: 'dsk' });

  for (const merchant of ['test_user', login]) {
    const { status, text } = await visitorOf(simulator.url).open(`/api?call=register.do&merchant=${merchant}`);

    t.is(status, 200, merchant);
    t.regex(text, /POST \/ab_by\/rest\/register\.do/, merchant);
    t.notRegex(text, /\/payment\/rest/, merchant);
  }
});
