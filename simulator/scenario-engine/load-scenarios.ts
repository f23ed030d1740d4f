import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Scenario, ScenarioError } from './scenario.ts';

const extensions = ['.yaml', '.yml', '.json'];
const schemaFile = 'scenario.schema.json';

/** Reads every scenario of a folder, sorted by name. A file that cannot be used, or a missing folder, throws ScenarioError. */
export const loadScenarios = async (folder: string): Promise<readonly Scenario[]> => {
  const { scenarios, mistakes } = await checkScenarios(folder);
  if (mistakes.length > 0) throw new ScenarioError(mistakes.join('\n'));
  return scenarios;
};

/** What a folder holds, and everything that is wrong with it, a mistake in a line. A missing folder throws ScenarioError. */
export const checkScenarios = async (
  folder: string,
): Promise<{ readonly scenarios: readonly Scenario[]; readonly mistakes: readonly string[] }> => {
  // Loaded here, because the schema and YAML libraries would double the time to start.
  const [{ parseScenario }, { readBody }, files] = await Promise.all([
    import('./parse-scenario.ts'),
    import('./read-body.ts'),
    scenarioFiles(folder),
  ]);
  const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')));
  const scenarios: Scenario[] = [];
  const mistakes: string[] = [];
  for (const [index, { name, path }] of files.entries()) {
    try {
      const { body, lineOf } = readBody(path, texts[index] ?? '');
      scenarios.push(parseScenario(name, body, { file: path, lineOf }));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      mistakes.push(...error.message.split('\n'));
    }
  }
  return { scenarios, mistakes };
};

interface ScenarioFile {
  readonly name: string;
  readonly path: string;
}

const scenarioFiles = async (folder: string): Promise<readonly ScenarioFile[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new ScenarioError(`${folder}: expected a folder of scenario files, but it cannot be read (${error.code})`);
  });
  const files = entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== schemaFile)
    .filter((entry) => extensions.includes(extname(entry.name)))
    .map(({ name }) => ({ name: name.slice(0, -extname(name).length), path: join(folder, name) }))
    .sort((one, other) => compare(one.name, other.name) || compare(one.path, other.path));

  for (const [index, { name, path }] of files.entries()) {
    const earlier = files[index - 1];
    if (earlier?.name === name) {
      throw new ScenarioError(`${path}: the name ${name} is already taken by ${earlier.path}`);
    }
  }
  return files;
};

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
