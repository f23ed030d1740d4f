import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const bundledScenarios = fileURLToPath(new URL('../../../scenarios/', import.meta.url));

/** The folder that was set; if the default folder does not exist, that of the bundled scenarios. */
export const scenariosFolder = (folder: string): string =>
  folder === './scenarios' && !existsSync(folder) ? bundledScenarios : folder;
