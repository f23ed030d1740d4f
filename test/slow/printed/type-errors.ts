import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');

/** What TypeScript says of these programs in a strict project, with the package's sources in place of the package. */
export const typeErrorsIn = async (t: ExecutionContext, programs: readonly string[]): Promise<readonly string[]> => {
  const folder = temporaryFolder(t);
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  for (const [index, text] of programs.entries()) write(`program-${index + 1}.ts`, text);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '--project', folder], (_, stdout) =>
      resolve(stdout.split('\n').filter((line) => line.includes('error'))),
    );
  });
};

const compilerOptions = {
  strict: true,
  module: 'nodenext',
  target: 'es2024',
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  paths: { tillbox: [join(root, 'simulator/index.ts')], 'tillbox/client': [join(root, 'client/index.ts')] },
};
