import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import type { Environment, GivenOptions } from '../../../contracts/verify/options.ts';
import { verifyPacts } from '../../../contracts/verify/run.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';

/** What the command says, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `tillbox verify` with these options, and an environment of its own. */
export const runVerify = async (
  places: readonly string[],
  options: GivenOptions = {},
  environment: Environment = {},
): Promise<Ran> => {
  let [out, err] = ['', ''];
  const output = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const code = await verifyPacts(places, options, output, environment);
  return { code, out, err };
};

/** A file with this pact, gone with the test. */
export const pactFile = (t: ExecutionContext, pact: object, name = 'pact.json'): string => {
  const file = join(temporaryFolder(t), name);
  writeFileSync(file, JSON.stringify(pact));
  return file;
};
