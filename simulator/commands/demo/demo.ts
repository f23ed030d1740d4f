import { satim } from '../../banks/satim.ts';
import { scenariosFolder } from '../../scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../scenario-engine/definition/load-scenarios.ts';
import type { Output } from '../command.ts';
import { checkRows, playCertification } from './certification.ts';
import { printTable } from './print-table.ts';
import { runScenario, type ScenarioRun, scenarioRows } from './run-scenario.ts';
import { setStage } from './stage.ts';
import { playStory, type StoryRun, stories, storyRows } from './stories.ts';

/** Plays the checklist of SATIM's certification, and prints how each of its orders ended. */
export const certify = async ({ out }: Output): Promise<0 | 1> => {
  const stage = await setStage([], satim);
  try {
    const runs = await playCertification(stage);
    const failed = runs.filter(({ isAsExpected }) => !isAsExpected).length;
    out(`${printTable(checkRows(runs))}

${runs.length} checks, ${failed} not as expected
`);
    return failed > 0 ? 1 : 0;
  } finally {
    await stage.stop();
  }
};

/** Plays every scenario of a folder and every story, and prints how each ended. */
export const demo = async (folder: string | undefined, { out }: Output): Promise<0 | 1> => {
  const scenarios = await loadScenarios(folder ?? scenariosFolder('./scenarios'));
  const stage = await setStage(scenarios);
  try {
    const runs: ScenarioRun[] = [];
    for (const scenario of scenarios) runs.push(await runScenario(stage, scenario));
    const played: StoryRun[] = [];
    for (const story of stories) played.push(await playStory(stage, story));

    const failed = runs.filter(({ problems }) => problems.length > 0).length;
    const failedStories = played.filter(({ isAsExpected }) => !isAsExpected).length;
    out(`${printTable(scenarioRows(runs))}

${printTable(storyRows(played))}

${runs.length} scenarios, ${failed} not as expected
${played.length} stories, ${failedStories} not as expected
`);
    return failed + failedStories > 0 || runs.length === 0 ? 1 : 0;
  } finally {
    await stage.stop();
  }
};
