import test from 'ava';
import { choosePlan } from '../../../simulator/scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../../simulator/scenario-engine/choice/conditions.ts';
import type { When } from '../../../simulator/scenario-engine/definition/when.ts';
import { aDecline, declineWith, somePayment } from './a-scenario.ts';

const conditions: readonly (readonly [
  when: When,
  yes: Partial<PaymentFacts>,
  no: Partial<PaymentFacts>,
  noSays: string,
])[] = [
  [{ amount: 11_600 }, { amountMinor: 11_600 }, { amountMinor: 11_601 }, 'amount: expected 11600, the order has 11601'],
  [{ amount: { from: 500_000 } }, { amountMinor: 500_000 }, {}, 'amount: expected 500000 or more, the order has 1500'],
  [{ amount: { to: 99 } }, { amountMinor: 99 }, { amountMinor: 100 }, 'amount: expected 99 or less, the order has 100'],
  [
    { amount: { from: 5, to: 9 } },
    { amountMinor: 9 },
    { amountMinor: 4 },
    'amount: expected from 5 to 9, the order has 4',
  ],
  [
    { card: '411111' },
    {},
    { pan: '5555555555555599' },
    'card: expected to begin with 411111, the order has 555555**5599',
  ],
  [
    { card: '41111111' },
    {},
    { pan: '4111110000000000' },
    'card: expected to begin with 411111…, the order has 411111**0000',
  ],
  [
    { card: '411111**1111' },
    {},
    { pan: '4111111111111129' },
    'card: expected 411111**1111, the order has 411111**1129',
  ],
  [
    { card: '4111111111111111' },
    {},
    { pan: '41111111111111110' },
    'card: expected 411111**1111, the order has 411111**1110',
  ],
  [{ orderNumber: '^vip-' }, { orderNumber: 'vip-7' }, {}, 'order number: expected to match ^vip-, the order has A-1'],
  [{ merchant: '^shop' }, { merchant: 'shop-a' }, {}, 'merchant: expected to match ^shop, the order has test_user'],
  [
    { clientId: '^flaky' },
    { clientId: 'flaky-1' },
    { clientId: 'c' },
    'client id: expected to match ^flaky, the order has c',
  ],
  [{ clientId: '^flaky' }, { clientId: 'flaky-1' }, {}, 'client id: expected to match ^flaky, the order has none'],
  [
    { email: '\\+no@' },
    { email: 'a+no@b.kz' },
    { email: 'a@b.kz' },
    'e-mail: expected to match \\+no@, the order has a@b.kz',
  ],
  [
    { description: 'slow' },
    { description: 'a slow one' },
    { description: 'fast' },
    'description: expected to match slow, the order has fast',
  ],
  [{ currency: 'KZT' }, {}, { currency: '840' }, 'currency: expected KZT, the order has 840'],
  [{ currency: '398' }, {}, { currency: '643' }, 'currency: expected 398, the order has 643'],
  [{ language: 'ru' }, { language: 'ru' }, {}, 'language: expected ru, the order has en'],
  [{ attempt: 2 }, { attempt: 2 }, {}, 'attempt: expected 2, the order has 1'],
  [{ card: '4111' }, {}, { pan: '' }, 'card: expected to begin with 4111, the order has none'],
  [{ orderNumber: '^$' }, { orderNumber: '' }, {}, 'order number: expected to match ^$, the order has A-1'],
  [
    { description: 'x' },
    { description: 'x' },
    { description: '' },
    'description: expected to match x, the order has none',
  ],
  [
    { amount: { from: 5000 }, currency: 'USD', language: 'en' },
    { amountMinor: 5000, currency: '840' },
    {},
    'amount: expected 5000 or more, the order has 1500; currency: expected USD, the order has 398',
  ],
  [{ attempt: { from: 2, to: 3 } }, { attempt: 3 }, { attempt: 4 }, 'attempt: expected from 2 to 3, the order has 4'],
];

for (const [when, yes, no, noSays] of conditions) {
  test(`${JSON.stringify(when)} holds for ${JSON.stringify(yes)} and not for ${JSON.stringify(no)}`, (t) => {
    const scenarios = [aDecline('picky', when)];

    const held = choosePlan(somePayment(yes), { scenarios });
    const failed = choosePlan(somePayment(no), { scenarios });

    t.deepEqual([held.plan, held.scenario], [declineWith(5), 'picky']);
    t.is(failed.plan, undefined);
    t.is(failed.explanation.at(-1)?.because, noSays);
  });
}
