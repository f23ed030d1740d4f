import test from 'ava';
import { runScenario } from '../../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../../simulator/commands/demo/stage.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { takeTurns } from '../../helpers/ava/take-turns.ts';

/** Held, captured in part, refunded in part, charged back. */
const body = {
  phases: 2,
  callbacks: [
    { on: 'approved', do: 'beforeRedirect' },
    { on: 'refunded', do: 'wrongChecksum' },
  ],
  later: [
    { after: '1h', do: { capture: 1_000_000 } },
    { after: '2h', do: { refund: 300_000 } },
    { after: '3h', do: 'chargeback' },
  ],
};

const right = {
  orderStatus: 4,
  actionCode: 0,
  payer: 'shop',
  approved: 1_500_000,
  deposited: 700_000,
  refunded: 300_000,
  chargeback: true,
  callbacks: [
    { operation: 'approved', status: 1, amount: 1_500_000 },
    'redirect',
    { operation: 'deposited', depositedAmount: 1_000_000, maskedPan: '444455**3333' },
    { operation: 'refunded', checksum: 'wrong', refundedAmount: '300000' },
  ],
};

const [approved, redirect, deposited, refunded] = right.callbacks;

const wrong: readonly (readonly [expect: object, problems: readonly string[]])[] = [
  [{ orderStatus: 2 }, ['orderStatus: expected 2, got 4']],
  [{ actionCode: 5 }, ['actionCode: expected 5, got 0']],
  [{ payer: 'page' }, ['payer: expected page, got shop']],
  [{ approved: 1 }, ['approved: expected 1, got 1500000']],
  [
    { deposited: 1_000_000, refunded: 0 },
    ['deposited: expected 1000000, got 700000', 'refunded: expected 0, got 300000'],
  ],
  [{ chargeback: false }, ['chargeback: expected false, got true']],
  [
    { callbacks: [] },
    [
      'callbacks[0]: expected nothing, got approved=1',
      'callbacks[1]: expected nothing, got deposited=1',
      'callbacks[2]: expected nothing, got refunded=1 (wrong checksum)',
    ],
  ],
  [
    { callbacks: ['approved', 'deposited', 'refunded', 'reversed'] },
    ['callbacks[2].checksum: expected right, got wrong', 'callbacks[3]: expected reversed, got nothing'],
  ],
  [
    { callbacks: [{ operation: 'approved', status: 0, amount: 1 }, redirect, deposited, refunded] },
    ['callbacks[0].status: expected 0, got 1', 'callbacks[0].amount: expected 1, got 1500000'],
  ],
  [
    { callbacks: [redirect, approved, { operation: 'reversed', status: 0 }, refunded] },
    [
      'callbacks[0]: expected redirect, got approved=1',
      'callbacks[1]: expected approved with status 1 and amount 1500000, got redirect',
      'callbacks[2]: expected reversed with status 0, got deposited=1',
    ],
  ],
  [
    { callbacks: [approved, { operation: 'deposited', checksum: 'wrong', refundedDate: 1 }, refunded] },
    ['callbacks[1].checksum: expected wrong, got right', 'callbacks[1].refundedDate: expected 1, got none'],
  ],
];

test('a rehearsal compares the end of the order, its amounts, its chargeback and every field of its callbacks', async (t) => {
  const expectations = [right, ...wrong.map(([expect]) => expect)];
  const scenarios = expectations.map((expect, index) => parseScenario(`s${index}`, { ...body, expect }));
  await takeTurns(t);
  const stage = await setStage(scenarios);
  t.teardown(stage.stop);

  const problems: (readonly string[])[] = [];
  for (const scenario of scenarios) problems.push((await runScenario(stage, scenario)).problems);

  t.deepEqual(problems, [[], ...wrong.map(([, found]) => found)]);
});
