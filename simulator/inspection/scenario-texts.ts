import type { Context } from '../context.ts';
import { ScenarioError } from '../domain/errors/scenario-error.ts';
import { type NotSaved, ScenarioNotSaved } from '../domain/errors/scenario-not-saved.ts';
import { hideInSettings } from '../masking/hide-card-data.ts';
import { openScenarioFiles } from '../scenario-engine/definition/scenario-files.ts';

type Files = Pick<Context, 'scenarioFiles' | 'allScenarios' | 'readScenariosAgain'>;

/** The text of a scenario, and where it stands. */
export interface FoundScenarioText {
  readonly name: string;
  /** Without the folder. */
  readonly file: string;
  readonly text: string;
  /** Whether the file is in the folder of the setting. */
  readonly isOwn: boolean;
  /** Of an own file. */
  readonly version?: string;
}

/** As wide as the files of tillbox. */
const fileWidth = 100;

/** The text of the own file with this name, else of the scenario that can be asked for; undefined if there is none. */
export const findScenarioText = async (context: Files, name: string): Promise<FoundScenarioText | undefined> => {
  const { readScenarioText, writeBody } = await openScenarioFiles();
  const { folder } = context.scenarioFiles();
  const own = folder === undefined ? undefined : await readScenarioText(folder, name);
  if (own) return { name, ...own, isOwn: true };
  const scenario = (await knownIn(context)).find((one) => one.name === name);
  if (!scenario) return undefined;
  return { name, file: `${name}.yaml`, text: writeBody(scenario.source, fileWidth), isOwn: false };
};

const knownIn = async ({ allScenarios }: Files) => {
  try {
    return await allScenarios();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return [];
  }
};

/** Why no scenario can be saved; undefined if one can. */
export const whyNotSaved = async ({ scenarioFiles }: Pick<Context, 'scenarioFiles'>): Promise<NotSaved | undefined> => {
  const { folder } = scenarioFiles();
  if (folder === undefined) return 'no-folder';
  return (await openScenarioFiles()).whyNotWritable(folder);
};

/**
 * Saves a scenario in the folder of the setting, and reads the folder again. @throws ScenarioError if it is wrong;
 * ScenarioNotSaved if it cannot be written.
 */
export const saveScenarioText = async (
  context: Files,
  name: string,
  { text, version }: { readonly text: string; readonly version?: string | undefined },
) => {
  const { checkText, readScenarioText, writeScenarioText } = await openScenarioFiles();
  const { folder } = context.scenarioFiles();
  if (folder === undefined)
    throw new ScenarioNotSaved('no-folder', 'there is no folder to save it in: set SCENARIOS to one');
  const file = (await readScenarioText(folder, name))?.file ?? `${name}.yaml`;
  const checked = checkText(name, file, text);
  if ('mistakes' in checked) {
    const [{ line, text: mistake = '' } = {}] = checked.mistakes;
    throw new ScenarioError(line === undefined ? `text: ${mistake}` : `text: line ${line}: ${mistake}`);
  }
  const ownScenario = checked.scenario.source;
  if (hideInSettings({ ownScenario }).ownScenario !== ownScenario)
    throw new ScenarioError('text: expected no whole card number but in payer.cards; a condition takes 444455**3333');
  const saved = await writeScenarioText(folder, name, { text, version });
  await context.readScenariosAgain();
  const { mistakes } = context.scenarioFiles();
  return { name, file: saved.file, version: saved.version, isInUse: mistakes.length === 0, mistakes };
};
