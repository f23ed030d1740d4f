import { spawnSync } from 'node:child_process';
import test, { type ExecutionContext } from 'ava';
import { executablePath } from '../../browser/browser.ts';
import { testWithout } from '../ava/test-without.ts';

/** What runs a recipe: the programs that may do it, and how one shows that it can. */
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
  phpunit: { name: 'PHPUnit', commands: ['phpunit'], proof: ['--version'], packages: 'phpunit php-curl' },
  go: { name: 'Go', commands: ['go'], proof: ['version'], packages: 'golang-go' },
  ruby: {
    name: 'Ruby with minitest',
    commands: ['ruby'],
    proof: ['-e', 'require "minitest"'],
    packages: 'ruby ruby-minitest',
  },
  java: {
    name: 'JDK with JUnit 5 and Gson',
    commands: ['javac'],
    proof: [
      '-cp',
      '/usr/share/java/*',
      '-Xprint',
      'org.junit.platform.console.ConsoleLauncher',
      'com.google.gson.Gson',
    ],
    packages: 'default-jdk-headless junit5 libgoogle-gson-java',
  },
  chromium: { name: 'Chromium', commands: [executablePath], proof: ['--version'], packages: 'chromium' },
} as const satisfies Readonly<Record<string, Runtime>>;

/** The program that runs it here, if any. */
export const commandFor = ({ commands, proof }: Runtime): string | undefined =>
  commands.find((one) => spawnSync(one, proof).status === 0);

/** Stands for tests that need a runtime that is not here: skipped at home, a failure in CI. */
export const testWithoutRuntime = ({ name, packages }: Runtime, title: string): void =>
  testWithout(`no ${name} here; Debian has it as ${packages}`, title);

/** A test that needs a runtime. Where there is none it is skipped at home and fails in CI. */
export const testWith = (
  runtime: Runtime,
  title: string,
  body: (t: ExecutionContext, command: string) => Promise<void>,
): void => {
  const command = commandFor(runtime);
  if (command === undefined) testWithoutRuntime(runtime, title);
  else test(title, (t) => body(t, command));
};
