import { spawnSync } from 'node:child_process';
import test, { type ExecutionContext } from 'ava';
import { testWithout } from '../helpers/ava/test-without.ts';

/** A language that a recipe is written in: the programs that may run it, and how one shows that it can. */
export interface Runtime {
  readonly name: string;
  readonly commands: readonly string[];
  /** Arguments with which a usable one ends well. */
  readonly proof: readonly string[];
  /** What to install where there is none, in Debian's words. */
  readonly packages: string;
}

export const runtimes = {
  python: {
    name: 'Python 3 with requests',
    commands: ['python3', '/usr/bin/python3'],
    proof: ['-c', 'import requests'],
    packages: 'python3-requests',
  },
  php: {
    name: 'PHP with curl',
    commands: ['php'],
    proof: ['-r', 'exit(function_exists("curl_init") ? 0 : 1);'],
    packages: 'php-cli php-curl',
  },
  go: { name: 'Go', commands: ['go'], proof: ['version'], packages: 'golang-go' },
} as const satisfies Readonly<Record<string, Runtime>>;

/** A test that needs a runtime. Where there is none it is skipped at home and fails in CI. */
export const testWith = (
  { name, commands, proof, packages }: Runtime,
  title: string,
  body: (t: ExecutionContext, command: string) => Promise<void>,
): void => {
  const command = commands.find((one) => spawnSync(one, proof).status === 0);
  if (command === undefined) testWithout(`no ${name} here; Debian has it as ${packages}`, title);
  else test(title, (t) => body(t, command));
};
