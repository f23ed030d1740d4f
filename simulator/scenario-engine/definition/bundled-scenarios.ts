import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the scenarios that come with tillbox. */
export const bundledScenarios = fileURLToPath(new URL('../../../scenarios/', import.meta.url));

/** The folder that was set; where it is the default and is not there, the scenarios that come with tillbox. */
export const scenariosFolder = (folder: string): string =>
  folder === './scenarios' && !existsSync(folder) ? bundledScenarios : folder;
