import test from 'ava';
import { loginIn } from '../../../../contracts/verify/pact/pact-login.ts';
import { pactV2 } from '../../../helpers/contracts/sample-pacts.ts';

const asks = (userName: string, password: string, errorCode = '0') => ({
  request: {
    method: 'post',
    path: '/payment/rest/x.do',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ userName, password }).toString(),
  },
  response: { status: 200, body: { errorCode } },
});

/** A request with the login shop-api and the password p1 in a header. */
const basic = (authorization: unknown, more: object = {}) => ({
  request: { method: 'post', path: '/payment/rest/x.do', headers: { authorization }, ...more },
  response: { status: 200 },
});

const cases: readonly (readonly [what: string, interactions: readonly object[], login: string | undefined])[] = [
  ['the login of all requests', [asks('shop-api', 'p1'), asks('shop-api', 'p1')], 'shop-api p1'],
  ['the most frequent one', [asks('other', 'p2'), asks('shop-api', 'p1'), asks('shop-api', 'p1')], 'shop-api p1'],
  [
    'not one that is refused',
    [asks('shop-api', 'wrong', '5'), asks('shop-api', 'wrong', '5'), asks('shop-api', 'p1')],
    'shop-api p1',
  ],
  ['none if all are refused', [asks('shop-api', 'wrong', '5')], undefined],
  ['none without a login', [{ request: { method: 'get', path: '/' }, response: { status: 200 } }], undefined],
  ['none that the gateway has already', [asks('test_user', 'test_user_password')], undefined],
  ['that of a header', [basic('Basic c2hvcC1hcGk6cDE=')], 'shop-api p1'],
  ['that of a header in version 4', [basic(['Basic c2hvcC1hcGk6cDE='])], 'shop-api p1'],
  ['none of another kind of header', [basic('Bearer c2hvcC1hcGk6cDE=')], undefined],
  ['none of a header that is made', [basic('Basic x', { generators: { header: { authorization: {} } } })], undefined],
  [
    'none that a state gives',
    [
      {
        ...asks('shop-api', 'p1'),
        request: { ...asks('shop-api', 'p1').request, generators: { body: { '$.userName': {}, '$.password': {} } } },
      },
    ],
    undefined,
  ],
];
for (const [what, interactions, expected] of cases)
  test(`the login of a pact: ${what}`, (t) => {
    const found = loginIn(pactV2(interactions));

    t.is(found && `${found.userName} ${found.password}`, expected);
  });
