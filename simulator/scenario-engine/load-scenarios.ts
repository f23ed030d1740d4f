import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Scenario, ScenarioError } from './scenario.ts';

const extensions = ['.yaml', '.yml', '.json'];
const schemaFile = 'scenario.schema.json';

type ReadText = (text: string) => unknown;

/** Reads every scenario of a folder, sorted by name. A file that cannot be used, or a missing folder, throws ScenarioError. */
export const loadScenarios = async (folder: string): Promise<readonly Scenario[]> => {
  // Loaded here, because the schema and YAML libraries would double the time to start.
  const [{ parseScenario }, yaml, files] = await Promise.all([
    import('./parse-scenario.ts'),
    import('yaml'),
    scenarioFiles(folder),
  ]);
  const readYaml: ReadText = (text) => yaml.parse(text);

  const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')));
  return files.map(({ name, path }, index) => {
    const read = extname(path) === '.json' ? JSON.parse : readYaml;
    return parseScenario(name, readBody(path, texts[index] ?? '', read), path);
  });
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

const readBody = (path: string, text: string, read: ReadText): unknown => {
  try {
    return read(text);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    throw new ScenarioError(`${path}: cannot be read: ${reason.replace(/:$/, '')}`);
  }
};
