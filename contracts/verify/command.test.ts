import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import { documentedLogin, startSimulator } from '../../simulator/simulator.ts';
import {
  fixedId,
  formOf,
  ownSentence,
  pactV2,
  pactV4,
  paidStatus,
  valueNamed,
  wrongRefund,
} from '../../test/helpers/contracts/sample-pacts.ts';
import { pactFile, runVerify } from '../../test/helpers/contracts/verify-command.ts';
import { stubServer } from '../../test/helpers/http/stub-server.ts';
import { temporaryFolder } from '../../test/helpers/process/temporary-folder.ts';
import { shopPact } from '../pact/pacts.ts';

test('a pact that holds has a line for each interaction, and exit code 0', async (t) => {
  const file = pactFile(t, pactV2([paidStatus]));

  const { code, out, err } = await runVerify([file]);

  t.is(code, 0, err);
  t.is(
    out,
    `${file} (ruby-shop) at bereke

  holds      the shop asks for the status of a paid order

Fixed by the pact:
  orderId ${fixedId} of the query went to "an order paid in one phase exists"

${file} (ruby-shop) at bereke: 1 holds.

`,
  );
});

test('what fails is shown with its request, its answer and the difference, and without secrets', async (t) => {
  const { code, out } = await runVerify([pactFile(t, pactV2([paidStatus, wrongRefund]))]);

  t.is(code, 1);
  t.regex(out, /^ {2}holds {6}the shop asks for the status/m);
  t.regex(out, /^ {2}fails {6}the shop refunds with an odd hope$/m);
  t.true(
    out.includes(`
the shop refunds with an odd hope
  given  an order paid in one phase exists
  sent   POST /payment/rest/refund.do
         userName=test_user&password=***&orderId=${fixedId}&amount=99
  got    HTTP 200 {"errorCode":"0"`),
    out,
  );
  t.regex(out, /\n {2}\$\.errorCode: Expected '0' \(String\) to be equal to '77' \(String\)\n/);
  t.regex(out, /: 1 holds, 1 fails\.\n/);
  t.notRegex(out, /test_user_password/);
});

test('a refusal that the pact does not expect is told, although HTTP 200 holds', async (t) => {
  const json = path.join(temporaryFolder(t), 'r.json');
  const asks = (description: string, response: object) => ({
    description,
    request: formOf('getOrderStatusExtended.do', { orderId: fixedId }),
    response: { status: 200, ...response },
  });
  const anyCode = { '$.body.errorCode': { match: 'type' } };
  const pact = pactV2([
    asks('expects HTTP alone', {}),
    asks('takes any code', { body: { errorCode: '0' }, matchingRules: anyCode }),
    asks('expects the refusal', { body: { errorCode: '6' } }),
    paidStatus,
  ]);

  const { code, out } = await runVerify([pactFile(t, pact)], { json }, { GITHUB_ACTIONS: 'true' });

  const doubt =
    'the gateway refused the call with errorCode 6 (Order not found), and the pact does not expect this code';
  t.is(code, 0);
  t.true(
    out.includes(`
Holds, and may say nothing:
  expects HTTP alone: ${doubt}
  takes any code: ${doubt}

`),
    out,
  );
  t.is(out.match(/^::warning title=.*holds%2C and may say nothing::/gm)?.length, 2);
  const { interactionResults } = JSON.parse(readFileSync(json, 'utf8'));
  t.deepEqual(
    interactionResults.map((one: { readonly doubt?: string }) => one.doubt),
    [doubt, doubt, undefined, undefined],
  );
});

test('card numbers and security codes are in no report', async (t) => {
  const folder = temporaryFolder(t);
  const [json, junit] = [path.join(folder, 'r.json'), path.join(folder, 'r.xml')];
  const pays = {
    description: 'the shop pays with a card',
    providerState: 'a registered order exists',
    request: formOf('paymentorder.do', {
      MDORDER: fixedId,
      $PAN: '4444555511113333',
      $CVC: '123',
      YYYY: '2034',
      MM: '12',
      TEXT: 'AIDA',
    }),
    response: { status: 200, body: { errorCode: 5 } },
  };

  const { out } = await runVerify([pactFile(t, pactV2([pays]))], { json, junit });

  for (const text of [out, readFileSync(json, 'utf8'), readFileSync(junit, 'utf8')]) {
    t.regex(text, /444455\*\*3333/);
    t.regex(text, /CVC=\*\*\*/);
    t.notRegex(text, /4444555511113333|test_user_password/);
  }
});

test('an unknown state is not tried, the rest is, and a map makes it known', async (t) => {
  const file = pactFile(t, pactV2([ownSentence, paidStatus]));

  const { code, out } = await runVerify([file]);

  t.is(code, 2);
  t.regex(
    out,
    /^ {2}not tried {2}the shop asks for order 1001: no state is called "order 1001 has been paid"; the nearest is "/m,
  );
  t.regex(out, /^ {2}holds /m);
  t.is((await runVerify([file], { ignoreMissingStates: true })).code, 0);

  const [, map = ''] = /--state-map:\n(\{\n[\s\S]*?\n\})\n/.exec(out) ?? [];
  const mapFile = path.join(temporaryFolder(t), 'map.json');
  writeFileSync(mapFile, map);
  const mapped = await runVerify([file], { stateMap: mapFile });
  t.is(mapped.code, 0, mapped.out);
  t.regex(mapped.out, /: 2 hold\.\n/);
});

test('the gateway knows the login of the pact, and no other password of it', async (t) => {
  const asks = (description: string, password: string, body: object) => ({
    ...paidStatus,
    description,
    request: formOf('getOrderStatusExtended.do', { userName: 'shop-api', password, orderId: fixedId }),
    response: { status: 200, body },
  });
  const file = pactFile(
    t,
    pactV2([
      asks('a status', 'own password', { orderStatus: 2 }),
      asks('a status with a wrong password', 'wrong', { errorCode: '5' }),
      asks('another with a wrong password', 'wrong', { errorCode: '5' }),
    ]),
  );

  const { code, out } = await runVerify([file]);

  t.is(code, 0, out);
  t.regex(out, /\nFixed by the pact:\n {2}the login shop-api went to the gateway\n/);
  t.notRegex(out, /own password/);
});

test('a failure counts more than an unknown state', async (t) => {
  t.is((await runVerify([pactFile(t, pactV2([ownSentence, wrongRefund]))])).code, 1);
});

test('a state that is not reached fails its interaction, with what the gateway does not do', async (t) => {
  const declined = {
    description: 'the shop asks for a declined order',
    providerStates: [{ name: 'an order declined for good exists', params: { actionCode: 0 } }],
    request: { method: 'GET', path: '/payment/rest/getOrderStatusExtended.do' },
    response: { status: 200 },
  };
  const http = { request: { method: 'GET', path: '/nothing' }, response: { status: 404 } };

  const { code, out } = await runVerify([pactFile(t, pactV4([declined, { description: 'the next one', ...http }]))]);

  t.is(code, 1);
  t.regex(
    out,
    /\n {2}"an order declined for good exists" was not reached: the gateway does not decline an order after the last try/,
  );
  t.regex(out, /^ {2}holds {6}the next one$/m);
  t.notRegex(out, /\n {4}at /);
});

test('pacts of version 3 and 4: values of states, JSON, lists in queries, bodies in base64, queries on POST, redirects', async (t) => {
  const login = 'userName=test_user&password=test_user_password';
  const form = { 'Content-Type': ['application/x-www-form-urlencoded'] };
  const status = { method: 'POST', path: '/payment/rest/getOrderStatusExtended.do', headers: form };
  const registered = { providerStates: [{ name: 'a registered order exists', params: { amount: 5000 } }] };
  const answers = (content: object) => ({
    status: 200,
    body: { contentType: 'application/json', encoded: false, content },
  });
  const encoded = Buffer.from(`${login}&orderNumber=B-9`).toString('base64');
  const text = { contentType: 'application/x-www-form-urlencoded', encoded: false };
  const four = pactV4([
    {
      description: 'a value of the state in a form',
      ...registered,
      request: {
        ...status,
        body: { ...text, content: `${login}&orderId=example` },
        generators: { body: { '$.orderId': { type: 'ProviderState', expression: valueNamed('orderId') } } },
      },
      response: answers({ amount: 5000, orderStatus: 0 }),
    },
    {
      description: 'a body in base64',
      ...registered,
      request: { ...status, body: { ...text, encoded: 'base64', content: encoded } },
      response: answers({ orderNumber: 'B-9' }),
    },
    {
      description: 'a query on POST',
      ...registered,
      request: {
        method: 'POST',
        path: status.path,
        query: { userName: ['test_user'], password: ['test_user_password'], orderNumber: ['Заказ-1'] },
      },
      response: answers({ orderNumber: 'Заказ-1' }),
    },
    {
      description: 'a redirect',
      providerStates: [],
      request: { method: 'GET', path: '/payment/merchants/test/payment_en.html', query: { mdOrder: [fixedId] } },
      response: { status: 404 },
    },
  ]);
  const three = {
    ...pactV2([
      {
        description: 'a JSON body',
        providerStates: [{ name: 'a recurring task exists' }],
        request: {
          method: 'POST',
          path: '/recurrent/v1/task/get',
          headers: { 'Content-Type': 'application/json' },
          body: {
            userName: 'test_user',
            password: 'test_user_password',
            taskIdentifier: { merchantTaskUuid: 'my-task' },
          },
        },
        response: { status: 200, body: { status: 'SUCCESS', task: { merchantTaskUuid: 'my-task' } } },
      },
      {
        description: 'a query with lists',
        providerStates: [{ name: 'an order paid in one phase exists' }],
        request: {
          ...paidStatus.request,
          query: { userName: ['test_user'], password: ['test_user_password'], orderId: ['a1'] },
        },
        response: { status: 200, body: { orderStatus: 2 } },
      },
    ]),
    metadata: { pactSpecification: { version: '3.0.0' } },
  };

  const { code, out } = await runVerify([pactFile(t, four, 'four.json'), pactFile(t, three, 'three.json')]);

  t.is(code, 0, out);
  t.regex(out, /four\.json .*: 4 hold\.\n/);
  t.regex(out, /three\.json .*: 2 hold\.\n/);
});

test('a pending interaction is told and does not fail', async (t) => {
  const pending = {
    description: 'not yet',
    pending: true,
    request: { method: 'GET', path: '/payment/x' },
    response: { status: 200 },
  };

  const { code, out } = await runVerify([pactFile(t, pactV4([pending]))]);

  t.is(code, 0);
  t.regex(out, /^ {2}pending {4}not yet$/m);
  t.regex(out, /\nnot yet \(pending: it does not count\)\n/);
  t.regex(out, /status: expected 200 but was 404/);
});

test('a gateway that breaks off fails the interaction', async (t) => {
  const gateway = await stubServer(t, ({ path: asked }) =>
    asked.endsWith('/lost.do') ? 'drop' : { status: 200, body: '{"errorCode":"6"}' },
  );
  const asks = (call: string) => ({
    description: call,
    request: { method: 'GET', path: `/payment/rest/${call}` },
    response: { status: 200 },
  });

  const { code, out } = await runVerify(
    [pactFile(t, pactV4([asks('lost.do'), asks('kept.do')]))],
    { gateway: `${gateway.origin}/payment/rest/`, login: 'shop' },
    { TILLBOX_GATEWAY_PASSWORD: 'secret' },
  );

  t.is(code, 1, out);
  t.regex(out, /^ {2}fails {6}lost\.do$/m);
  t.regex(out, /^ {2}holds {6}kept\.do$/m);
  t.regex(out, /\n {2}answer: error sending request/);
});

test('a pact without interactions, and filters that nothing fits, try nothing: exit code 2', async (t) => {
  const empty = await runVerify([pactFile(t, pactV2([]))]);
  t.is(empty.code, 2);
  t.regex(empty.out, /Nothing was tried: there is no such interaction\./);

  const file = pactFile(t, pactV2([paidStatus]));
  t.is((await runVerify([file], { filterDescription: 'nobody' })).code, 2);
  t.is((await runVerify([file], { filterConsumer: ['^php'] })).code, 2);
  t.is((await runVerify([file], { filterState: 'held' })).code, 2);
  t.is(
    (await runVerify([file], { filterDescription: 'paid', filterConsumer: ['^ruby'], filterState: 'one phase' })).code,
    0,
  );
});

test('what cannot be read is refused with exit code 2, and a core that cannot read a pact, too', async (t) => {
  const { code, err } = await runVerify(['/no/such.json']);
  t.is(code, 2);
  t.is(err, 'error: /no/such.json: expected a pact file, but it cannot be read (ENOENT)\n');

  const matcher = { body: { '$.x': { matchers: [{ match: 'nonsense' }] } } };
  const interaction = { description: 'odd', request: {}, response: { status: 'abc', matchingRules: matcher } };
  const broken = await runVerify([pactFile(t, pactV4([interaction]), 'odd.json')]);
  t.is(broken.code, 2);
  t.regex(broken.err, /^error: \S+odd\.json: Pact's core cannot read it: .+\n/);
  t.notRegex(broken.err, /\n {4}at /);
});

test('a pact of a shop meets the bank as it is, and with --in-tenge a bank with the settings of a shop in tenge', async (t) => {
  const text = { ...paidStatus, response: { status: 200, headers: { 'Content-Type': 'text/plain;charset=UTF-8' } } };
  const file = pactFile(t, pactV2([text]));

  const bank = await runVerify([file], {}, { BANK: 'sber' });
  const shop = await runVerify([file], { inTenge: true }, { BANK: 'sber' });

  t.is(bank.code, 0, bank.out);
  t.notRegex(bank.out, /tenge/);
  t.is(shop.code, 1);
  t.regex(
    shop.out,
    /^With the settings of a shop in tenge \(--as-is leaves the bank as it is\):\n {2}sber: .*answers as application\/json/m,
  );
});

for (const { name, currency, contentType } of banks)
  test(`the state of an order is reached at ${name} as it is`, async (t) => {
    const isJson = contentType.startsWith('application/json');
    const response = { status: 200, ...(isJson && { body: { orderStatus: 2, currency } }) };
    const file = pactFile(t, pactV2([{ ...paidStatus, response }]));

    const { code, out } = await runVerify([file], { bank: name });

    t.is(code, 0, out);
  });

test('all banks side by side are a table; the required ones decide', async (t) => {
  const used = {
    description: 'a number that is used',
    providerState: 'a registered order exists',
    request: formOf('register.do', { orderNumber: 'A-1', amount: '100', returnUrl: 'https://shop.example' }),
    response: { status: 200, body: { errorCode: '1' } },
  };
  const file = pactFile(t, pactV2([used, paidStatus]));
  const verifyAll = (require?: string) =>
    runVerify([file], { allBanks: true, ...(require !== undefined && { require }) });

  const { code, out } = await verifyAll();

  t.is(code, 0);
  t.regex(out, new RegExp(`^${banks.map(({ name }) => name).join(' +')} +interaction$`, 'm'));
  t.regex(out, /^ok +ok .*FAILS .*a number that is used$/m);
  t.regex(out, /^ {2}arca, satim: \$\.errorCode: Expected 1 \(Integer\) to be equal to '1' \(String\)$/m);
  t.regex(out, /^ {2}sber: .*3-D Secure 2, not 1;/m);
  t.is((await verifyAll('dsk,bereke')).code, 0);
  t.is((await verifyAll('dsk,satim')).code, 1);
});

test('the failures of the last run are tried again, and no others', async (t) => {
  const json = path.join(temporaryFolder(t), 'last.json');
  const file = pactFile(t, pactV2([paidStatus, wrongRefund]));
  t.is(
    (await runVerify([file], { lastFailed: true })).err,
    'error: --last-failed needs --json, whose file has the results of the last run\n--help shows the usage.\n',
  );
  t.regex((await runVerify([file], { lastFailed: true, json })).err, /is no report of a run \(ENOENT\)/);
  await runVerify([file], { json });

  const again = await runVerify([file], { lastFailed: true, json });

  t.is(again.code, 1);
  t.regex(again.out, /: 1 fails\.\n/);
  t.notRegex(again.out, /the status of a paid order/);

  const good = pactFile(t, pactV2([paidStatus]));
  await runVerify([good], { json });
  const none = await runVerify([good], { lastFailed: true, json });
  t.is(none.code, 0);
  t.regex(none.out, /No interaction failed the last time\./);
});

test('a gateway elsewhere: what needs the simulator is not tried, and told', async (t) => {
  const elsewhere = await startSimulator({ logLevel: 'error' });
  t.teardown(elsewhere.stop);
  const options = { gateway: elsewhere.restUrl, login: documentedLogin.login };
  const password = { TILLBOX_GATEWAY_PASSWORD: documentedLogin.password };

  const { code, out } = await runVerify([], options, password);

  t.is(code, 0, out);
  t.regex(out, /^ {2}holds {6}the shop asks to register an order$/m);
  t.regex(
    out,
    /^ {2}not tried {2}the shop asks for the status of an order paid in one phase: "an order paid in one phase exists" needs the simulator/m,
  );
  t.regex(out, /: \d+ hold, \d+ not tried\.\n/);

  const wrong = await runVerify(
    [],
    { ...options, filterState: 'a registered order' },
    {
      TILLBOX_GATEWAY_PASSWORD: 'wrong',
    },
  );
  t.is(wrong.code, 2, wrong.out);
  t.is(wrong.err, 'error: the gateway refuses the login (HTTP 200, errorCode 5); nothing else was asked\n');
  const asked = async (gateway: string, filterState = 'no order has this id') =>
    runVerify([], { ...options, filterState, gateway }, password);
  t.regex((await asked('bank.example')).err, /--gateway bank\.example: expected an address such as/);
  t.regex((await asked('http://127.0.0.1:1/payment/rest/')).err, /^error: http:\/\/127\.0\.0\.1:1 cannot be reached: /);
  const { url } = elsewhere;
  t.is(
    (await asked(`${url}/rest/`)).err,
    `error: ${url}/rest/getOrderStatusExtended.do: there is no gateway at this address (HTTP 404); nothing else was asked. The gateway of bereke has the path /payment/rest/: ${url}/payment/rest/\n`,
  );
  t.is((await asked(url)).code, 0);

  const unknown = { ...paidStatus, providerState: 'no order has this id' };
  const fixed = JSON.stringify(pactV2([unknown])).replaceAll('userName=test_user', 'userName=kiosk');
  t.regex(
    (await runVerify([pactFile(t, JSON.parse(fixed))], options, password)).out,
    /^Warning: its requests have the login kiosk, which is not that of --login; /m,
  );
  t.notRegex((await runVerify([pactFile(t, pactV2([unknown]))], options, password)).out, /Warning/);
});

test('a gateway elsewhere may have another path than pacts', async (t) => {
  const elsewhere = await startSimulator({ bank: 'bereke', contextPath: '/ab_by', logLevel: 'error' });
  t.teardown(elsewhere.stop);
  const options = { gateway: elsewhere.restUrl, login: documentedLogin.login, filterState: 'no order has this id' };

  const { code, out } = await runVerify([], options, { TILLBOX_GATEWAY_PASSWORD: documentedLogin.password });

  t.is(code, 0, out);
  t.regex(out, /: \d+ hold\b/);
});

test('in GitHub Actions there are annotations and a summary of the step', async (t) => {
  const summary = path.join(temporaryFolder(t), 'summary.md');
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };

  const { out } = await runVerify([pactFile(t, pactV2([wrongRefund, ownSentence]))], {}, environment);

  t.regex(out, /^::error title=the shop refunds with an odd hope \(bereke\)%3A fails::\$\.errorCode: Expected '0'/m);
  t.regex(out, /^::warning title=the shop asks for order 1001 \(bereke\)%3A not tried::no state is called/m);
  t.regex(readFileSync(summary, 'utf8'), /\| the shop refunds with an odd hope \| fails \| \$\.errorCode: Expected/);
  t.notRegex((await runVerify([pactFile(t, pactV2([wrongRefund]))])).out, /::error/);
});

test('the pact of tillbox holds as a whole', async (t) => {
  const { code, out } = await runVerify([]);

  t.is(code, 0, out);
  const { interactions } = JSON.parse(readFileSync(shopPact, 'utf8'));
  t.regex(out, new RegExp(`the pact of tillbox \\(shop\\) at bereke: ${interactions.length} hold\\.`));
  t.true(existsSync(shopPact));
});
