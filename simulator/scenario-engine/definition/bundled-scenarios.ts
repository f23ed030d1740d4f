import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the scenarios that come with tillbox. */
export const bundledScenarios = fileURLToPath(new URL('../../../scenarios/', import.meta.url));

/** The folder by default. */
export const defaultScenarios = './scenarios';

/** The folder that was set, or the bundled scenarios if the default folder does not exist. */
export const scenariosFolder = (folder: string): string =>
  folder === defaultScenarios && !existsSync(folder) ? bundledScenarios : folder;

export const isBundledFolder = (folder: string): boolean => resolve(folder) === resolve(bundledScenarios);
