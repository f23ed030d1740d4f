/** Writes the pacts of Pact's core into test/fixtures/foreign-pacts/: `node test/pact-tools/foreign-pacts/write-pacts.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pactsFolder } from './table.ts';
import { writePact } from './written-pact.ts';
import { writtenPacts } from './written-pacts.ts';

process.env['PACT_DO_NOT_TRACK'] = 'true';
const scratch = mkdtempSync(path.join(tmpdir(), 'pacts-'));
for (const pact of writtenPacts)
  writeFileSync(path.join(pactsFolder, pact.file), `${JSON.stringify(writePact(pact, scratch), null, 2)}\n`);
rmSync(scratch, { recursive: true });
