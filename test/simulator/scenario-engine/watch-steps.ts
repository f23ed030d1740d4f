import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ExecutionContext } from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import type { Scenario } from '../../../simulator/scenario-engine/scenario.ts';
import type { SettingForm } from '../../../simulator/scenario-engine/steps/setting.ts';
import type { TestSimulator } from '../../helpers/simulator/simulator.ts';

/** From here on an answer is late, in milliseconds; steps that take their time take as much. */
export const lateMs = 1_000;

/** Values that a setting can have: enough that every row of a table is met with each of its meanings. */
const samplesOf = (setting: SettingForm): readonly unknown[] => {
  switch (setting.type) {
    case 'flag':
      return [true];
    case 'wholeNumber':
      return [setting.least];
    case 'time':
    case 'timeOrRange':
      return [`${lateMs}ms`];
    case 'oneOf':
      return setting.values.length > 10 ? setting.values.slice(0, 1) : setting.values;
    case 'pattern':
      return ['text/x-other', '7'].filter((text) => setting.pattern.test(text));
    case 'fields':
      return [{ amount: 1 }];
    case 'anyOf':
      return setting.settings.flatMap(samplesOf);
  }
};

/** Every step of a table with each sample of its setting: `{ drop: 'before' }`. */
export const entriesOf = (
  table: Readonly<Record<string, { readonly setting: SettingForm }>>,
): readonly Readonly<Record<string, unknown>>[] =>
  Object.entries(table).flatMap(([key, { setting }]) => samplesOf(setting).map((value) => ({ [key]: value })));

/** Scenarios `s0`, `s1` ..., one for each entry, and one whose step is about nothing that is looked at. */
export const scenariosOf = <Entry>(entries: readonly Entry[], bodyOf: (entry: Entry) => object): readonly Scenario[] =>
  [...entries.map(bodyOf), { gateway: [{ on: 'unBindCard', do: { empty: true } }] }].map((body, index) =>
    parseScenario(`s${index}`, body),
  );

/** Fields of an order that asks for the scenario of an entry. Its number is a UUID: `withoutChance` knows every one of them. */
export const asking = (index: number) => ({
  orderNumber: randomUUID(),
  jsonParams: JSON.stringify({ scenario: `s${index}` }),
});

/** A text without the parts that are never twice the same. */
export const withoutChance = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, 'ID')
    .replaceAll(/(?:127\.0\.0\.1|localhost):\d+/g, 'HOST')
    .replaceAll(/[\w+/=%-]{27,}/g, 'TOKEN')
    .replaceAll(/^(?:date|x-request-id|content-length): .*\r\n/gim, '')
    .replaceAll(/\b\d\d:\d\d\b/g, 'TIME')
    .replaceAll(/\d{6,}/g, 'NUMBER')
    .replaceAll(/\bs\d+\b/g, 'SCENARIO');

/** A text that failures can print. */
export const inShort = (text: string): string =>
  text.length < 300 ? text : `${text.slice(0, 200)} ... ${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;

interface Seen {
  readonly arrived: unknown;
  /** It was not there in time, while the merchant's clock stood still. */
  readonly isLate: boolean;
}

/** Runs something, and moves the merchant's clock if it takes too long. */
const watch = async ({ clock }: TestSimulator, run: () => Promise<unknown>): Promise<Seen> => {
  const running = run().then(
    (arrived) => ({ arrived }),
    (error: Error) => ({ arrived: error.message }),
  );
  const first = await Promise.race([running, wait(lateMs)]);
  let isOver = false;
  const over = running.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await clock.advance(lateMs);
    await Promise.race([over, wait(20)]);
  }
  return { ...(await running), isLate: first === undefined };
};

/** The same without a step; on a busy machine it is tried until it is not late. */
const watchWithout = async (simulator: TestSimulator, run: () => Promise<unknown>): Promise<Seen> => {
  let seen = await watch(simulator, run);
  for (let tries = 0; tries < 10 && seen.isLate; tries += 1) seen = await watch(simulator, run);
  return seen;
};

/** The same with a step; what is late only because the machine is busy is not late each time. */
const watchWith = async (simulator: TestSimulator, run: () => Promise<unknown>, plain: Seen): Promise<Seen> => {
  let seen = await watch(simulator, run);
  for (let tries = 0; tries < 3 && seen.isLate && isDeepStrictEqual(seen.arrived, plain.arrived); tries += 1)
    seen = await watch(simulator, run);
  return seen;
};

/** Fails for every entry whose run arrives as the run without a step. */
export const eachChanges = async (
  t: ExecutionContext,
  simulator: TestSimulator,
  entries: readonly object[],
  run: (index: number) => Promise<unknown>,
): Promise<void> => {
  const plain = await watchWithout(simulator, () => run(entries.length));
  const again = await watchWithout(simulator, () => run(entries.length));
  t.deepEqual(again, plain, 'two runs without a step arrive alike');
  for (const [index, entry] of entries.entries())
    t.notDeepEqual(await watchWith(simulator, () => run(index), plain), plain, JSON.stringify(entry));
};
