import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of a scenario file as pages show it, as a block: without the line about the schema, which is for editors. */
export const scenarioBlock = (file: string): string => {
  const text = readFileSync(file, 'utf8').replace(/^# yaml-language-server: .*\n/, '');
  return `\`\`\`${path.extname(file).slice(1)}\n${text.trimEnd()}\n\`\`\``;
};

/** The same, folded under the name of the file. */
export const foldedScenario = (file: string): string =>
  `<details><summary>${path.basename(file)}</summary>\n\n${scenarioBlock(file)}\n\n</details>`;
