import type { Scenario } from '../scenario.ts';
import { isBundledFolder } from './bundled-scenarios.ts';
import { folderSource, type Reader } from './folder-source.ts';
import { type KnownScenarios, knownOf, type OwnScenarios } from './known-scenarios.ts';
import { type BundledScenarios, unpackScenarios } from './pack-scenarios.ts';

interface ScenarioSource extends OwnScenarios {
  /** The scenarios of the setting, and bundled ones of these names, without their conditions. */
  readonly scenariosWith: (...names: readonly (string | undefined)[]) => Promise<readonly Scenario[]>;
  /** Every scenario that can be asked for by its name: those of the setting, then the other bundled ones; sorted. */
  readonly allScenarios: () => Promise<readonly Scenario[]>;
}

/**
 * The scenarios of a folder, or the given ones; and, by their names, those that come with tillbox. A scenario of the
 * setting takes the place of the bundled one of its name.
 */
export const scenarioSource = (source: string | readonly Scenario[], reader: Reader = {}): ScenarioSource => {
  let bundled: Promise<BundledScenarios> | undefined;
  const open = (): Promise<BundledScenarios> => {
    bundled ??= openBundledScenarios();
    return bundled;
  };
  const own = ownSource(source, reader, open);
  return {
    ...own,
    scenariosWith: async (...names) => {
      const scenarios = await own.scenarios();
      const others = names.filter((name) => name !== undefined && !scenarios.some((one) => one.name === name));
      if (others.length === 0) return scenarios;
      const { named } = await open();
      return [...scenarios, ...others.flatMap((name) => named(name as string) ?? []).map(withoutConditions)];
    },
    allScenarios: async () => {
      const [scenarios, { names, named }] = await Promise.all([own.scenarios(), open()]);
      const taken = new Set(scenarios.map(({ name }) => name));
      const others = names.filter((name) => !taken.has(name)).flatMap((name) => named(name) ?? []);
      return [...scenarios, ...others.map(withoutConditions)].toSorted((one, other) =>
        one.name < other.name ? -1 : 1,
      );
    },
  };
};

/** Loads the bundled scenarios. @throws ScenarioError if a file of the sources is wrong. */
const openBundledScenarios = async (): Promise<BundledScenarios> =>
  unpackScenarios((await import('./packed-scenarios.ts')).packedScenarios);

const withoutConditions = ({ when: _, ...scenario }: Scenario): Scenario => scenario;

const ownSource = (
  source: string | readonly Scenario[],
  reader: Reader,
  open: () => Promise<BundledScenarios>,
): OwnScenarios => {
  if (typeof source !== 'string') return givenSource(source);
  return isBundledFolder(source) ? bundledSource(open, reader) : folderSource(source, reader);
};

const givenSource = (scenarios: readonly Scenario[]): OwnScenarios => {
  const known = knownOf(scenarios);
  return {
    scenarios: async () => scenarios,
    knownScenarios: () => known,
    scenarioFiles: () => ({ areRead: true, mistakes: [], ignored: [] }),
    readScenariosAgain: async () => {},
    stop: () => {},
  };
};

/** The bundled scenarios as those of the setting: their conditions count. They do not change while the program runs. */
const bundledSource = (open: () => Promise<BundledScenarios>, { isLate = false }: Reader): OwnScenarios => {
  const notYet = isLate ? knownOf([]) : undefined;
  let known: KnownScenarios | undefined;
  return {
    scenarios: async () => {
      const { names, conditional } = await open();
      known ??= knownOf(conditional(), names.length);
      return known.all;
    },
    knownScenarios: () => known ?? notYet,
    scenarioFiles: () => ({ areRead: known !== undefined, mistakes: [], ignored: [] }),
    readScenariosAgain: async () => {},
    stop: () => {},
  };
};
