import test, { type ExecutionContext } from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { bytesOf, exchangeBytes } from '../../helpers/http/raw-request.ts';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

type Form = Readonly<Record<string, string>>;

/** Everything that comes over the wire, until the connection is closed; without the machine's date. */
const onTheWire = async ({ url }: TestSimulator, method: string, path: string, form?: Form): Promise<string> => {
  const body = form ? new URLSearchParams(form).toString() : '';
  const headers = [
    'Host: localhost',
    'Connection: close',
    ...(form ? ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${body.length}`] : []),
  ];
  const answer = await exchangeBytes(url, bytesOf({ line: `${method} ${path} HTTP/1.1`, headers, body }));
  return answer.replace(/^Date: .*\r\n/im, '');
};

const faulty = parseScenario('faulty', {
  gateway: [
    { on: 'page', times: 1, do: { truncated: true } },
    { on: 'getSessionStatus', times: 1, do: { httpStatus: 502 } },
  ],
});

/** One request to each kind of address of each surface, and what came of it. */
const visitAll = async (t: ExecutionContext, simulator: TestSimulator): Promise<ReadonlyMap<string, string>> => {
  const { orderId } = await simulator.register();
  const { orderId: spoilt } = await simulator.register({ jsonParams: '{"scenario":"faulty"}' });
  const card = { pan: challengeCard.pan, expiry: challengeCard.expiry, newCardCvc: challengeCard.cvc };
  const rest = '/payment/rest';
  const requests: readonly (readonly [method: string, path: string, form?: Form])[] = [
    ['POST', `${rest}/register.do`, { ...login, amount: '100', returnUrl: 'https://shop.example/', orderNumber: 'n' }],
    ['POST', `${rest}//register.do`, { ...login, amount: 'x', returnUrl: 'https://shop.example/' }],
    ['POST', `${rest}/register.do`, { userName: 'nobody', password: 'wrong' }],
    ['POST', `${rest}/getSessionStatus.do`, { MDORDER: spoilt }],
    ['PUT', `${rest}/register.do`],
    ['POST', `${rest}/getSessionStatus.do`, { MDORDER: orderId }],
    ['GET', `${rest}/unknown.do?mdOrder=${orderId}`],
    ['GET', `/payment/merchants/payment_en.html?mdOrder=${orderId}`],
    ['HEAD', `/payment/merchants/payment_en.html?mdOrder=${orderId}`],
    ['GET', `//payment/merchants//test/mobile_payment_ru.html?mdOrder=${orderId}`],
    ['GET', `/payment/merchants/payment_en.html?mdOrder=${spoilt}`],
    ['GET', '/payment/merchants/payment_kk.html?mdOrder=none'],
    ['GET', `/payment/merchants/sandbox-list.html?mdOrder=${orderId}`],
    ['GET', '/payment/merchants/assets/page.css'],
    ['GET', '/payment/merchants/none.html'],
    ['POST', '/payment/merchants/payment_en.html', { mdOrder: orderId, ...card, cardholderName: 'A B' }],
    ['GET', `/payment/acsRedirect.do?orderId=${orderId}`],
    ['POST', '/acs/challenge', { acsTransID: orderId }],
    ['GET', '/acs/3ds-method'],
    ['GET', '/acs/assets/acs.css'],
    ['GET', '/acs/none'],
    ['GET', `/payment/finish.html?orderId=${orderId}`],
    ['GET', '/payment/merchants/errors_en.html?error=x'],
    ['POST', '/mportal/mvc/public/merchant/update/test_user', {}],
    ['GET', '/sandbox/merchants/test_user'],
    ['GET', '/sandbox/nothing'],
    ['GET', '/'],
    ['GET', '/nothing'],
    ['GET', 'http://['],
  ];
  const answers = new Map<string, string>();
  for (const [index, [method, path, form]] of requests.entries())
    answers.set(`${index} ${method} ${path}`, await onTheWire(simulator, method, path, form));
  t.is(answers.size, requests.length);
  return answers;
};

test('each surface answers with the same bytes, whether or not anyone watches', async (t) => {
  const plain = { seed: 'bytes', scenarios: [faulty] };
  const quiet = await simulatorFor(t, plain);
  const watched = await simulatorFor(t, { ...plain, journalSize: 100 });
  const events: string[] = [];
  t.teardown(watched.onEvent(({ type }) => events.push(type)));

  const expected = await visitAll(t, quiet);
  const found = await visitAll(t, watched);

  t.true([...expected.values()].every((answer) => answer.startsWith('HTTP/1.1 ')));
  t.deepEqual([...found], [...expected]);
  // The two registrations come on top; files, control API, portal and what is no address are in no journal.
  const { entries } = await watched.journal('test_user');
  t.true(entries.length > 10);
  t.true(events.filter((type) => type === 'request').length >= entries.length);
});

test('a broken address is refused in one place, on every surface', async (t) => {
  const simulator = await simulatorFor(t);

  for (const target of ['http://[', 'http://[/payment/rest/register.do'])
    t.regex(await onTheWire(simulator, 'GET', target), /^HTTP\/1\.1 400 /);
});
