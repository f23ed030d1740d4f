import { scenariosFolder } from '../../scenario-engine/definition/bundled-scenarios.ts';
import { loadScenarios } from '../../scenario-engine/definition/load-scenarios.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { readArgs, refuseMore, type Subcommand } from './subcommand.ts';
import { wrapText } from './wrap-text.ts';

/** What a terminal shows in one line. */
const columns = 100;

export const list: Subcommand = {
  what: 'what there is, and what each is about',
  help: `Usage: tillbox scenarios list [options]

  --json       as JSON: name, about, shop (what a shop should do), file, when, expect
  --folder F   the scenario files; ./scenarios or those of tillbox by default
`,
  run: async (args, { out }) => {
    const { values, positionals } = readArgs(args, { folder: { type: 'string' }, json: { type: 'boolean' } });
    refuseMore(positionals);
    const scenarios = await loadScenarios(values.folder ?? scenariosFolder('./scenarios'));
    out(values.json ? `${JSON.stringify(scenarios.map(inShort), null, 2)}\n` : table(scenarios));
    return 0;
  },
};

const inShort = ({ name, about, shop, file, when, expect }: Scenario) => ({ name, about, shop, file, when, expect });

const table = (scenarios: readonly Scenario[]): string => {
  const width = Math.max(0, ...scenarios.map(({ name }) => name.length));
  const lines = scenarios.flatMap(({ name, about }) =>
    wrapText(about, columns - width - 2).map((line, index) => `${(index === 0 ? name : '').padEnd(width)}  ${line}`),
  );
  return lines.map((line) => `${line}\n`).join('');
};
