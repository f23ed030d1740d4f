import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, parse, sep } from 'node:path';
import { type NotSaved, ScenarioNotSaved } from '../../domain/errors/scenario-not-saved.ts';
import { newSecret } from '../../runtime/ids.ts';
import { largestText } from './check-text.ts';
import { scenarioFiles } from './load-scenarios.ts';
import { longestName, scenarioNamePattern } from './scenario-name.ts';

/** The text of a scenario file. */
export interface ScenarioText {
  /** Without the folder. */
  readonly file: string;
  readonly text: string;
  /** Another one after each change of the text. */
  readonly version: string;
}

/** Why nothing can be written into a folder at all; undefined if it can. */
export const whyNotWritable = async (folder: string): Promise<NotSaved | undefined> => {
  try {
    await access(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return isMissing(error) ? 'missing' : 'read-only';
  }
};

/** The file of a scenario in a folder; undefined if there is none, or if it is a link that leaves the folder. */
export const readScenarioText = async (folder: string, name: string): Promise<ScenarioText | undefined> => {
  const path = await pathOf(folder, name);
  if (path === undefined) return undefined;
  const [real, home] = await Promise.all([realpath(path), realpath(folder)]).catch(() => []);
  if (real === undefined || home === undefined || !real.startsWith(home + sep)) return undefined;
  const facts = await lstat(real);
  if (!facts.isFile() || facts.size > largestText) return undefined;
  const text = await readFile(real, 'utf8');
  return { file: basename(path), text, version: versionOf(text) };
};

/**
 * Writes the file of a scenario as a whole or not at all; a new one is YAML. `version`: of the text that it replaces, `new` if
 * there may be none; absent: any. @throws ScenarioNotSaved
 */
export const writeScenarioText = async (
  folder: string,
  name: string,
  { text, version }: { readonly text: string; readonly version?: string | undefined },
): Promise<ScenarioText> => {
  if (!scenarioNamePattern.test(name) || name.length > longestName) throw new Error(`no name of a scenario: ${name}`);
  const path = (await pathOf(folder, name)) ?? join(folder, `${name}.yaml`);
  const file = basename(path);
  const facts = await lstat(path).catch(() => undefined);
  if (facts && !facts.isFile()) throw new ScenarioNotSaved('not-a-file', `${file} is a link or a folder, and stays`);
  const before = facts ? versionOf(await readFile(path, 'utf8')) : 'new';
  if (version !== undefined && version !== before)
    throw new ScenarioNotSaved('changed', `${file} was changed since it was read: read it again`);
  await replaceFile(path, text, facts?.mode);
  return { file, text, version: versionOf(text) };
};

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const pathOf = async (folder: string, name: string): Promise<string | undefined> => {
  const paths = await scenarioFiles(folder).catch(() => []);
  return paths.find((path) => parse(path).name === name);
};

/** Names with a dot at the front are no scenarios, so a half-written file is never read. */
const replaceFile = async (path: string, text: string, mode = 0o644): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${newSecret()}`);
  try {
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    if (isMissing(error)) throw new ScenarioNotSaved('missing', 'the folder of the scenarios is gone');
    throw new ScenarioNotSaved('read-only', `the folder of the scenarios cannot be written (${code})`);
  }
};

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
