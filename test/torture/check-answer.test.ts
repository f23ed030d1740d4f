import test from 'ava';
import { secretsOf, wrongsInAnswer } from './check-answer.ts';
import { type Target, targets } from './targets.ts';

const targetOf = (endpoint: string): Target => targets.find((one) => one.endpoint === endpoint) as Target;

const register = targetOf('rest/register.do');
const listMerchants = targetOf('GET /merchants');
const journal = targetOf('GET /merchants/{login}/journal');
const cards = targetOf('GET /cards');
const schema = targetOf('GET /scenarios/schema.json');

const json = 'application/json; charset=utf-8';
const problem = 'application/problem+json';
const html = 'text/html; charset=utf-8';

const id = '019b7892-20ab-7c77-b98d-22817f4a34c9';

const wrongsOf = (target: Target, status: number, contentType: string, body: string): readonly string[] =>
  wrongsInAnswer({ target, reply: { status, contentType, body }, secrets: secretsOf(['other']), hasChosenIds: false });

type Row = readonly [target: Target, status: number, contentType: string, body: string];

const start = targets.find(({ path }) => path === '/{junk}') as Target;

const fine: readonly Row[] = [
  [start, 200, 'text/plain', 'Login: test_user / test_user_password; card 5555 5555 5555 5599'],
  [register, 200, json, `{"orderId":"${id}","formUrl":"http://a/payment/merchants/payment_en.html?mdOrder=${id}"}`],
  [register, 200, json, '{"errorCode":"5","errorMessage":"[amount] is empty"}'],
  [register, 200, json, '{"a":1767254400000,"pan":"444455**3333","b":0.4444555511113333}'],
  [listMerchants, 200, json, '{"merchants":[{"login":"test_user","password":"test_user_password"}]}'],
  [journal, 200, json, '{"entries":[{"parameters":{"orderId":"none"}}]}'],
  [journal, 404, problem, '{"type":"urn:tillbox:problem:not-found","title":"a","status":404,"detail":"b"}'],
  [cards, 200, json, '{"cards":[{"pan":"4444555511113333"}]}'],
  [register, 200, html, '<!doctype html>\n<html><body></body></html>\n'],
  [register, 304, '', ''],
];

const wrong: readonly Row[] = [
  [schema, 200, json, '{"description":"Default: 4276838748917319"}'],
  [start, 200, 'text/plain', 'Login: other / other'],
  [start, 200, 'text/plain', 'card 4444 5555 1111 3333'],
  [start, 404, 'text/plain', 'Login: test_user / test_user_password'],
  [register, 500, 'text/plain', 'Internal Server Error'],
  [register, 503, problem, '{}'],
  [register, 200, json, '{"orderId":'],
  [register, 200, json, '{"orderId":"none"}'],
  [register, 200, json, '{"orderId":17}'],
  [register, 200, json, '{"formUrl":"http://a/payment/merchants/payment_en.html?mdOrder=undefined"}'],
  [register, 200, json, '{"data":{"list":[{"bindingId":"1"}]}}'],
  [register, 200, json, '{"password":"test_user_password"}'],
  [register, 200, json, '{"a":"other"}'],
  [register, 200, json, '{"description":"4444555511113333"}'],
  [register, 200, json, '{"description":"4444 5555 1111 3333"}'],
  [register, 200, json, '{"description":"4444-5555-1111-3333"}'],
  [register, 200, html, '<!doctype html>\n<html><body>4539148803436467</body></html>'],
  [register, 200, html, '<!doctype html>\n<html><body>'],
  [register, 200, '', '{}'],
  [register, 200, 'application/xml', '<a/>'],
  [journal, 200, json, '{"entries":[{"parameters":{"password":"test_user_password"}}]}'],
  [journal, 404, problem, '{"title":"a","status":404,"detail":"b"}'],
  [journal, 404, problem, '{"type":"urn:tillbox:problem:not-found","title":"","status":404,"detail":"b"}'],
  [journal, 404, problem, '{"type":"urn:tillbox:problem:not-found","title":"a","status":409,"detail":"b"}'],
  [journal, 404, problem, '"not-found"'],
  [
    listMerchants,
    403,
    problem,
    '{"type":"urn:tillbox:problem:forbidden","title":"a","status":403,"detail":"test_user_password"}',
  ],
];

const titleOf = ([target, status, contentType, body]: Row): string =>
  `${target.endpoint}: ${status} ${contentType} ${body.slice(0, 90).replaceAll('\n', ' ')}`;

for (const row of fine) test(`finds nothing wrong about ${titleOf(row)}`, (t) => t.deepEqual(wrongsOf(...row), []));

for (const row of wrong) test(`finds a fault in ${titleOf(row)}`, (t) => t.is(wrongsOf(...row).length, 1));
