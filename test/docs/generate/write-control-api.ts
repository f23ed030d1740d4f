/** Writes client/sandbox/control-api.ts: types out of the OpenAPI document of the control API. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { controlApiFile, controlApiHead, controlApiSchemas } from './control-api.ts';

/** The generator needs the compiler's functions, which TypeScript 7 does not have. */
const packages = ['openapi-typescript@7.13.0', 'typescript@5.9.3'];

const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-control-api-'));
try {
  const schemas = controlApiSchemas();
  const [document, written] = [path.join(folder, 'schemas.json'), path.join(folder, 'types.ts')];
  writeFileSync(document, schemas);
  const asked = packages.flatMap((name) => ['--package', name]);
  const command = ['openapi-typescript', document, '--output', written, '--immutable'];
  execFileSync('npx', ['--yes', ...asked, '--', ...command], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [, types = ''] =
    /export interface components \{\n {4}schemas: (\{[\s\S]*?\n {4}\});/.exec(readFileSync(written, 'utf8')) ?? [];
  const text = `${controlApiHead(schemas)}\nexport interface Schemas ${types.replaceAll('components["schemas"]', 'Schemas')}\n`;
  writeFileSync(controlApiFile, text.replaceAll(/@description |\n *\* @enum \{\w+\}/g, ''));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const biome = path.join(import.meta.dirname, '../../../node_modules/@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'check', '--write', fileURLToPath(controlApiFile)], { stdio: 'inherit' });
