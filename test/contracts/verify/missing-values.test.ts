import test from 'ava';
import { missingValues } from '../../../contracts/verify/missing-values.ts';
import type { PlannedTrial } from '../../../contracts/verify/plan.ts';
import { shownRequest } from '../../../contracts/verify/shown-request.ts';

const planned = (...expressions: readonly string[]): PlannedTrial => ({
  interaction: {
    description: 'x',
    states: [],
    isPending: false,
    json: {
      request: {
        generators: {
          body: Object.fromEntries(
            expressions.map((expression, index) => [`$.f${index}`, { type: 'ProviderState', expression }]),
          ),
          header: { date: { type: 'Date' } },
        },
      },
    },
  },
  states: [{ name: 'a registered order exists', params: { courier: 'x' } }],
  given: [],
});

const marked = (name: string): string => ['$', '{', name, '}'].join('');

const cases: readonly (readonly [expressions: readonly string[], says: readonly string[]])[] = [
  [[marked('orderId'), marked('courier'), `A-${marked('orderNumber')}`, 'orderId'], []],
  [[marked('orderid'), marked('orderid')], ['no state gives orderid; did you mean orderId?']],
  [
    ['order_number', marked('clientId')],
    ['no state gives order_number; did you mean orderNumber?', 'no state gives clientId'],
  ],
];

for (const [expressions, says] of cases)
  test(`values that no state gives: ${expressions.join(' ')}`, (t) => {
    t.deepEqual(
      missingValues(planned(...expressions)).map((one) => one.says),
      says,
    );
  });

test('a password is not shown under the odd names that a generator with a wrong path makes', (t) => {
  const url = '/payment/rest/x.do?password[0]=secret&$.password=secret&$.token[0]=secret&userName[0]=shop';

  t.deepEqual(shownRequest({ method: 'GET', url, contentType: '', body: '' }), [
    'GET /payment/rest/x.do?password[0]=***&$.password=***&$.token[0]=***&userName[0]=shop',
  ]);
});
