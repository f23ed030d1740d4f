import { sendRaw } from '../../helpers/http/raw-request.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { assertAlive, close, encoded, fullOrder, test } from './raw-calls.ts';

for (const path of ['/payment/rest/', '/payment/rest', '/payment', '/payment/', '/', '//', '/payment/rest//']) {
  test(`answers a ping of ${path} at once`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const version of ['1.1', '1.0']) {
      const { status } = await sendRaw(simulator.url, { line: `GET ${path} HTTP/${version}`, headers: close });

      t.true(status === 200 || status === 404, `${status}`);
    }
  });
}

for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
  test(`answers ${method} with 405 and no order`, async (t) => {
    const simulator = await simulatorFor(t);

    const answer = await fetch(`${simulator.restUrl}register.do?${encoded(fullOrder)}`, { method });

    t.is(answer.status, 405);
    t.is(await simulator.store.orders.findByNumber('test_user', fullOrder['orderNumber'] ?? ''), undefined);
  });
}

const nowhere = [
  'rest/registerr.do',
  'rest/register',
  'rest/register.do/',
  'rest/Register.do',
  'rest/%00',
  'register.do',
];
for (const path of nowhere) {
  const isCall = /\.do\/?$/i.test(path);
  test(`answers ${isCall ? 'with errorCode 7' : '404'} at ${path}`, async (t) => {
    const simulator = await simulatorFor(t, { logLevel: 'silent' });
    for (const method of ['GET', 'POST']) {
      const line = `${method} /payment/${path} HTTP/1.1`;
      const { status, body } = await sendRaw(simulator.url, { line, headers: close });

      t.is(status, isCall ? 200 : 404);
      t.is(body.includes('"errorCode":"7"'), isCall, body);
    }
  });
}

test('refuses by name what it does not imitate, with or without a login, and never with success', async (t) => {
  const simulator = await simulatorFor(t);
  for (const fields of [{}, login, { ...login, language: 'ru' }]) {
    const answer = await simulator.callBare('sbp/c2b/qr/dynamic/get.do', fields);

    t.is(answer['errorCode'], '7');
    t.regex(answer['errorMessage'], /sbp\/c2b\/qr\/dynamic\/get\.do/);
    t.deepEqual(Object.keys(answer), ['errorCode', 'errorMessage']);
  }
});

test('refuses wallets that it does not imitate as wallets refuse, with errorCode 7 beside that', async (t) => {
  const simulator = await simulatorFor(t);
  for (const call of ['mir/payment.do', 'mir/paymentDirect.do', 'yandex/payment.do']) {
    const { errorCode, errorMessage, success, error } = await simulator.json(`../${call}`, { paymentToken: 'e30=' });

    t.is(errorCode, '7');
    t.regex(errorMessage, new RegExp(`does not imitate ${call}`));
    t.is(success, false);
    t.deepEqual(error, { code: 1, description: errorMessage, message: errorMessage });
  }
});

test('says of the SOAP interface that it is not imitated, and where the same calls are', async (t) => {
  const lines: string[] = [];
  const sayLine = (line: string): string => {
    lines.push(line);
    return line;
  };
  const simulator = await simulatorFor(t, { logLevel: 'warn', logFormat: 'text', sayLine });
  for (const path of ['/payment/webservices/merchant-ws?wsdl', '/payment/webservices/p2p']) {
    const answer = await fetch(simulator.url + path, { method: path.includes('?') ? 'GET' : 'POST' });

    t.is(answer.status, 404);
    t.is(
      await answer.text(),
      `Not Found: there is no ${path.split('?')[0]}; tillbox does not imitate the SOAP interface: call /payment/rest/ instead\n`,
    );
  }
  await simulator.stop();
  t.is(lines.filter((line) => line.includes('SOAP')).length, 2, lines.join('\n'));
});

const targets = [
  '/payment/merchants/%E0%A4%A.html',
  '/payment/merchants/%/payment_en.html?mdOrder=%',
  '/%',
  '/..%2f..%2fetc/passwd',
  '/payment/rest/../rest/register.do',
  '/__proto__',
  '/payment/rest/__proto__',
  '*',
  'register.do',
  '//[',
  '/\\\\evil',
  '/payment/rest/register.do?',
  '/payment/rest/register.do?#fragment',
];
for (const target of targets) {
  test(`answers the address ${target} without a fault of its own`, async (t) => {
    const simulator = await simulatorFor(t);
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const { status } = await sendRaw(simulator.url, { line: `${method} ${target} HTTP/1.1`, headers: close });

      t.true(status >= 200 && status < 500, `${method} ${status}`);
    }
    await assertAlive(simulator, t.true);
  });
}

test('answers 400 to an address that is none, and serves on', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await sendRaw(simulator.url, {
    line: 'GET http://[/x HTTP/1.1',
    headers: ['Host: localhost', 'Connection: close'],
  });

  t.is(answer.status, 400);
  t.is(typeof (await simulator.register()).orderId, 'string');
});
