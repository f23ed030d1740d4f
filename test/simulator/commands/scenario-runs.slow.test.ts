import test from 'ava';
import { runScenario } from '../../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../../simulator/commands/demo/stage.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';

const runs = 100;

test(`a scenario that lets an order expire at its own end sends one callback, in ${runs} of ${runs} runs of \`try\``, async (t) => {
  const scenario = parseScenario('own-end', {
    later: [{ after: '20m', do: { expire: true } }],
    payer: { leavesPage: true },
    expect: { orderStatus: 6, callbacks: ['declinedByTimeout'] },
  });

  for (let run = 0; run < runs; run++) {
    const stage = await setStage([scenario]);
    const { problems, callbacks } = await runScenario(stage, scenario);
    await stage.stop();
    t.deepEqual({ problems, callbacks }, { problems: [], callbacks: ['declinedByTimeout=0'] });
  }
});
