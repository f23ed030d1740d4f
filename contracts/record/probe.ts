import { runShopCommand, type ShopRun } from '../tested-shop/run-shop-command.ts';
import type { TestedGateway } from '../tested-shop/tested-gateway.ts';
import { startRecorder } from '../verify/recorder.ts';
import { fieldsOf, textWithoutFields } from './answer-fields.ts';
import { findNeededFields, type ProbedFields } from './needed-fields.ts';

/** The run of the tests that passed, with which the others are compared. */
export interface Baseline {
  readonly login: string;
  readonly run: ShopRun;
}

export interface ProbeOptions {
  readonly line: readonly [program: string, ...args: string[]];
  readonly signal: AbortSignal | undefined;
  /** Tells how far it is: the number of the run, and how many fields are taken away in it. */
  readonly onRun: (run: number, fields: number) => void;
}

/** What was found, and in how many runs. */
export interface Probe extends ProbedFields {
  readonly runs: number;
}

/** A run may take so much longer than the one that passed: without a field a shop may wait for ever. */
const limitOf = ({ tookMs }: ShopRun): number => 3 * tookMs + 10_000;

/** Finds the fields of answers that the tests cannot do without, by taking them away on the way from the gateway to the shop. */
export const probe = async (
  gateway: TestedGateway,
  { login, run: baseline }: Baseline,
  { line, signal, onRun }: ProbeOptions,
): Promise<Probe> => {
  const { entries } = await gateway.sandbox.journal(login);
  const answers = entries.flatMap(({ surface, answer }) => (surface === 'api' ? jsonIn(answer) : []));
  const candidates = [...new Set(answers.flatMap((answer) => fieldsOf(answer)))].sort();
  let away: ReadonlySet<string> = new Set();
  let runs = 0;
  const origin = new URL((await gateway.sandbox.getMerchant(login)).restUrl).origin;
  const proxy = await startRecorder((url) => origin + url, {
    change: (url, body) => (url.startsWith('/sandbox') ? body : Buffer.from(textWithoutFields(body.toString(), away))),
  });
  try {
    const found = await findNeededFields(candidates, async (fields) => {
      away = new Set(fields);
      runs++;
      onRun(runs, fields.length);
      const environment = Object.entries(gateway.environmentOf(await gateway.makeMerchant())).map(
        ([name, value]) => [name, value.startsWith(origin) ? proxy.url + value.slice(origin.length) : value] as const,
      );
      const run = await runShopCommand({
        line,
        environment: Object.fromEntries(environment),
        limitMs: limitOf(baseline),
        output: 'kept',
        signal,
      });
      return run.exitCode === 0;
    });
    return { ...found, runs };
  } finally {
    await proxy.stop();
  }
};

const jsonIn = (text: string): readonly unknown[] => {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
};
