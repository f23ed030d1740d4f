import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { controlEndpoints } from '../../../simulator/control/all.ts';
import { controlDocument } from '../../../simulator/control/openapi/control-document.ts';

export const controlApiFile = new URL('../../../client/sandbox/control-api.ts', import.meta.url);

/** The schemas whose types the client takes from the document. */
const wanted = globSync('*.ts', { cwd: new URL('.', controlApiFile) })
  .filter((name) => name !== 'control-api.ts')
  .flatMap((name) => [...readFileSync(new URL(name, controlApiFile), 'utf8').matchAll(/Schemas\['(\w+)'\]/g)])
  .map(([, schema = '']) => schema);

/** The wanted schemas, and those that they name, as an OpenAPI document of their own. */
export const controlApiSchemas = (): string => {
  const { components } = controlDocument({ endpoints: controlEndpoints, origin: 'http://127.0.0.1', hasToken: false });
  const schemas = components['schemas'] as Readonly<Record<string, unknown>>;
  const taken = new Map<string, unknown>();
  const take = (name: string): void => {
    if (taken.has(name)) return;
    taken.set(name, schemas[name]);
    const text = JSON.stringify(schemas[name]);
    for (const [, named = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) take(named);
  };
  for (const name of wanted) take(name);
  const sorted = Object.fromEntries([...taken].sort(([one], [other]) => one.localeCompare(other, 'en')));
  return JSON.stringify({
    openapi: '3.1.1',
    info: { title: 'tillbox', version: '1' },
    paths: {},
    components: { schemas: sorted },
  });
};

/** The first line of the file: which schemas it was written from. */
export const controlApiHead = (schemas: string): string =>
  `/* Written by test/docs/generate/write-control-api.ts; schemas ${createHash('sha256').update(schemas).digest('hex').slice(0, 16)}. */\n`;

/** Whether the file was written from the schemas of today. */
export const isControlApiCurrent = (): boolean =>
  readFileSync(controlApiFile, 'utf8').startsWith(controlApiHead(controlApiSchemas()));
