import { InvalidArgumentError } from 'commander';
import { GatewayError, type PaymentWalk } from '../../../client/index.ts';
import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import { noSuchScenario } from '../../scenario-engine/choice/unknown-name.ts';
import { checkFiles } from '../../scenario-engine/definition/load-scenarios.ts';
import { type Scenario, scenarioParts } from '../../scenario-engine/scenario.ts';
import { documentedLogin } from '../../simulator.ts';
import type { Output } from '../command.ts';
import { expectationInWords } from '../demo/compare-end.ts';
import { runScenario, type ScenarioRun } from '../demo/run-scenario.ts';
import { type Stage, setStage } from '../demo/stage.ts';
import { namedScenarios } from './named-scenarios.ts';
import { tellFaults, tellStory } from './tell-story.ts';

/** Plays a scenario, given by its name or its file, and prints each step with its reason. */
export const tryOut = async (
  wanted: string,
  { folder }: { readonly folder?: string },
  output: Output,
): Promise<0 | 1> => {
  const scenario = await scenarioFor(wanted, folder);
  const stage = await setStage([scenario]);
  try {
    return await play(stage, scenario, output);
  } finally {
    await stage.stop();
  }
};

const scenarioFor = async (wanted: string, folder: string | undefined): Promise<Scenario> => {
  const isFile = /[/\\]|\.(json|ya?ml)$/i.test(wanted);
  const scenarios = isFile ? await fromFile(wanted) : await namedScenarios(folder);
  const scenario = isFile ? scenarios[0] : scenarios.find(({ name }) => name === wanted);
  if (scenario) return scenario;
  throw new InvalidArgumentError(noSuchScenario(wanted, scenarios));
};

const fromFile = async (file: string): Promise<readonly Scenario[]> => {
  const { scenarios, mistakes } = await checkFiles([file]);
  if (mistakes.length > 0) throw new ScenarioError(mistakes.join('\n'));
  return scenarios;
};

const play = async (stage: Stage, scenario: Scenario, { out }: Output): Promise<0 | 1> => {
  const { payer, walks } = watchedPayer(stage.payer);
  out(`${[`${scenario.name}: ${scenario.about}`, ...partsInWords(scenario)].join('\n')}\n\n`);
  try {
    const run = await runScenario({ ...stage, payer }, scenario);
    out(await storyOf(stage, { scenario, walks, run }));
    out(`\n${verdict(scenario, run)}\n`);
    return run.problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    out(
      tellFaults(await requestsIn(stage))
        .map((text) => `${text}\n`)
        .join(''),
    );
    out(`NOT AS EXPECTED\n  the shop or the payer stopped with an error: ${error.message}\n`);
    return 1;
  }
};

/** The steps of the other parts; the explanation covers the attempts. */
const partsInWords = (scenario: Scenario): readonly string[] =>
  scenarioParts
    .filter((part) => part !== 'attempts')
    .flatMap((part) => scenario[part].map(({ sentence }) => `${part}: ${sentence}`));

/** A payer that records its walks. */
const watchedPayer = (payer: Stage['payer']) => {
  const walks: PaymentWalk[] = [];
  const pay: Stage['payer']['pay'] = async (formUrl, options) => {
    const walk = await payer.pay(formUrl, options);
    walks.push(walk);
    return walk;
  };
  return { payer: { pay }, walks };
};

const requestsIn = async ({ simulator }: Stage) => (await simulator.journal(documentedLogin.login)).entries;

const storyOf = async (
  stage: Stage,
  played: { readonly scenario: Scenario; readonly walks: readonly PaymentWalk[]; readonly run: ScenarioRun },
): Promise<string> => {
  const { simulator } = stage;
  const { orderId } = played.run;
  const [order, view] = [await simulator.store.orders.find(orderId), await simulator.order(orderId)];
  const requests = await requestsIn(stage);
  return order && view ? tellStory({ ...played, remains: { order, view }, requests }) : 'There is no such order.\n';
};

const verdict = ({ expect }: Scenario, { problems }: ScenarioRun): string => {
  if (problems.length > 0) return `NOT AS EXPECTED\n${problems.map((problem) => `  ${problem}`).join('\n')}`;
  return Object.keys(expect).length === 0
    ? 'The file has no expectations.'
    : `As expected: ${expectationInWords(expect)}`;
};
