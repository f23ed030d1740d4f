import { scenariosFolder } from '../../scenario-engine/definition/bundled-scenarios.ts';
import { printTable } from './print-table.ts';
import { runScenario, type ScenarioRun, scenarioRows } from './run-scenario.ts';
import { setStage } from './stage.ts';
import { playStory, type StoryRun, stories, storyRows } from './stories.ts';

const stage = await setStage(process.argv[2] ?? scenariosFolder('./scenarios'));
const runs: ScenarioRun[] = [];
for (const scenario of await stage.simulator.scenarios()) runs.push(await runScenario(stage, scenario));
const played: StoryRun[] = [];
for (const story of stories) played.push(await playStory(stage, story));
await stage.stop();

const failed = runs.filter(({ problems }) => problems.length > 0).length;
const failedStories = played.filter(({ isAsExpected }) => !isAsExpected).length;
process.stdout.write(`${printTable(scenarioRows(runs))}

${printTable(storyRows(played))}

${runs.length} scenarios, ${failed} not as expected
${played.length} stories, ${failedStories} not as expected
`);
process.exitCode = failed + failedStories > 0 || runs.length === 0 ? 1 : 0;
