import test from 'ava';
import { runScenario } from '../../simulator/commands/demo/run-scenario.ts';
import { setStage } from '../../simulator/commands/demo/stage.ts';
import { inRussianWords } from '../../simulator/commands/russian/speak.ts';
import { tryOut } from '../../simulator/commands/scenarios/try-out.ts';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../simulator/scenario-engine/definition/load-scenarios.ts';
import { parseScenario } from '../../simulator/scenario-engine/definition/parse-scenario.ts';

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

test('the story of every scenario that comes with tillbox has Russian words for each of its lines', async (t) => {
  for (const { name } of await loadScenarios(bundledScenarios)) {
    let story = '';
    await tryOut(
      name,
      {},
      {
        out: (text) => {
          story += inRussianWords(text);
        },
        err: () => {},
      },
    );
    const lines = story.replaceAll(/"[^"]*"|\([\w -]+, -?\d+\)/g, '').split('\n');

    t.deepEqual(
      lines.filter(
        (line) =>
          / (?:the|is|was|of|to|an?|by|and|with|from|in) /.test(line) &&
          !line.startsWith('Как ожидалось') &&
          !/(?:страница|эмитента): /.test(line),
      ),
      [],
      name,
    );
  }
});
