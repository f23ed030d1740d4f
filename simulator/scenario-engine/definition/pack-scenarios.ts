import { basename, join } from 'node:path';
import type { Scenario } from '../scenario.ts';
import { bundledScenarios } from './bundled-scenarios.ts';

/** The bundled scenarios, each as JSON, so that only those that are used are read. */
export interface PackedScenarios {
  /** By name, sorted. A `file` has no folder. */
  readonly texts: Readonly<Record<string, string>>;
  /** The names of those with conditions. */
  readonly conditional: readonly string[];
}

/** The bundled scenarios by name. */
export interface BundledScenarios {
  /** Sorted. */
  readonly names: readonly string[];
  readonly named: (name: string) => Scenario | undefined;
  /** Those with conditions, sorted by name. */
  readonly conditional: () => readonly Scenario[];
}

export const packScenarios = (scenarios: readonly Scenario[]): PackedScenarios => ({
  texts: Object.fromEntries(
    scenarios.map((scenario) => [
      scenario.name,
      JSON.stringify({ ...scenario, ...(scenario.file !== undefined && { file: basename(scenario.file) }) }),
    ]),
  ),
  conditional: scenarios.filter(({ when }) => when).map(({ name }) => name),
});

export const unpackScenarios = ({ texts, conditional }: PackedScenarios): BundledScenarios => {
  const read = new Map<string, Scenario>();
  const named = (name: string): Scenario | undefined => {
    const text = !read.has(name) && Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (text !== undefined) read.set(name, withFolder(JSON.parse(text) as Scenario));
    return read.get(name);
  };
  return {
    names: Object.keys(texts),
    named,
    conditional: () => conditional.flatMap((name) => named(name) ?? []),
  };
};

const withFolder = (scenario: Scenario): Scenario => ({
  ...scenario,
  ...(scenario.file !== undefined && { file: join(bundledScenarios, scenario.file) }),
});
