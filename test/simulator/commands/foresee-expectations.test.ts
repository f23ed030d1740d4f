import test from 'ava';
import { runScenario } from '../../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../../simulator/commands/demo/stage.ts';
import { pathText } from '../../../simulator/files/mistakes.ts';
import { foreseeExpectations } from '../../../simulator/inspection/foresight/foresee-expectations.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { takeTurns } from '../../helpers/ava/take-turns.ts';

const noPayment = 'no attempt pays the order';
const declined = { attempts: [{ decline: 116 }] };

const cases: readonly { readonly body: object; readonly foreseen: readonly string[] }[] = [
  { body: { ...declined, expect: { orderStatus: 2 } }, foreseen: [`expect.orderStatus: cannot be met: ${noPayment}`] },
  {
    body: {
      attempts: ['approve'],
      payer: { leavesPage: true },
      expect: { orderStatus: 4, deposited: 500, refunded: 1, chargeback: true },
    },
    foreseen: ['orderStatus', 'deposited', 'refunded', 'chargeback'].map(
      (name) => `expect.${name}: cannot be met: ${noPayment}`,
    ),
  },
  { body: { ...declined, expect: { orderStatus: 0, actionCode: 116, approved: 0, chargeback: false } }, foreseen: [] },
  {
    body: { attempts: ['approve'], expect: { orderStatus: 1 } },
    foreseen: [
      'expect.orderStatus: cannot be met: the order is paid in one phase, so that nothing is held; add phases: 2',
    ],
  },
  { body: { attempts: ['approve'], expect: { orderStatus: 1 }, phases: 2 }, foreseen: [] },
  { body: { attempts: [{ decline: 116 }, 'approve'], expect: { orderStatus: 2 } }, foreseen: [] },
];

const parse = (index: number, body: object) => parseScenario(`s${index}`, { about: 'x', ...body });

for (const [index, { body, foreseen }] of cases.entries())
  test(`of ${JSON.stringify(body)} it is known which expectations fail`, (t) => {
    const found = foreseeExpectations(parse(index, body));

    t.deepEqual(
      found.map(({ path, problem }) => `${pathText(path)}: ${problem}`),
      foreseen,
    );
  });

test('a fault of the gateway may change everything that the rehearsal reads', (t) => {
  const gateway = [{ on: 'getOrderStatusExtended', do: 'empty' }];
  t.deepEqual(foreseeExpectations(parse(0, { ...declined, gateway, expect: { orderStatus: 2 } })), []);
});

test('the rehearsal fails these expectations, and no others', async (t) => {
  const scenarios = cases.map(({ body }, index) => parse(index, body));
  await takeTurns(t);
  const stage = await setStage(scenarios);
  t.teardown(stage.stop);

  for (const [index, scenario] of scenarios.entries()) {
    const { problems } = await runScenario(stage, scenario);
    const failed = problems.map((line) => `expect.${line.replace(/:.*/s, '')}`);
    const foreseen = cases[index]?.foreseen ?? [];
    t.deepEqual(
      failed,
      foreseen.map((line) => line.replace(/:.*/s, '')),
    );
  }
});
