import { InvalidArgumentError } from 'commander';
import type { JournalEntry, RequestEvent } from '../../../client/index.ts';
import { endpointPaths } from '../../data/endpoint-names.ts';
import { isCallOf } from '../../inspection/journal/journal.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode, Output } from '../command.ts';
import { asWritten } from '../say.ts';
import { untilSignal } from '../shop/until-signal.ts';
import { type Call, callLine } from './call-line.ts';
import { followEvents } from './follow-events.ts';
import { type ReachOptions, type Sandbox, withSandbox } from './reach.ts';
import { countFrom1 } from './read-number.ts';

interface Options extends ReachOptions {
  readonly refused?: true;
  readonly path?: string;
  readonly limit?: string;
  readonly follow?: true;
}

/** The number of calls that are printed by default. */
const usualLimit = 50;

/** Prints the calls of the journal, oldest first; with `--follow` also those that come, until a signal. */
export const logs = async (options: Options, output: Output): Promise<ExitCode> => {
  const limit = options.limit === undefined ? usualLimit : countFrom1('--limit', options.limit);
  if (options.path !== undefined) refuseMisspelt(options.path);
  const print = printer(options, output);
  if (options.follow) {
    return untilSignal((signal) =>
      withSandbox(options, output, async (sandbox) => {
        const known = new Set<string>();
        const onOpen = async (): Promise<void> => {
          const { calls } = await keptCalls(sandbox, options, limit);
          for (const call of calls) known.add(keyOf(call));
          calls.forEach(print.one);
        };
        for await (const event of followEvents(sandbox, options, output, { signal, onOpen }))
          if (event.type === 'request' && isWanted(event, options) && !known.delete(keyOf(event))) print.one(event);
        return 0;
      }),
    );
  }
  return withSandbox(options, output, async (sandbox) => {
    const { calls, isOn } = await keptCalls(sandbox, options, limit);
    print.all(calls);
    if (isOn) return 0;
    output.err('the gateway keeps no journal (JOURNAL_SIZE=0); --follow shows the calls that come\n');
    return 1;
  });
};

/** No call would be printed, as if none had been made. @throws InvalidArgumentError */
const refuseMisspelt = (path: string): void => {
  if (endpointPaths.some((known) => isCallOf(`/${known}`, path))) return;
  const meant = nearest(path, endpointPaths.flatMap(namesOf));
  if (meant !== undefined) throw new InvalidArgumentError(`--path ${path}: no endpoint; did you mean ${meant}?`);
};

/** `rest/refund.do` and `refund.do`. */
const namesOf = (path: string): readonly string[] => [path, path.slice(path.lastIndexOf('/') + 1)];

const printer = ({ json }: Options, { out, say = asWritten }: Output) => ({
  one: (call: Call): void => out(json ? `${JSON.stringify(call)}\n` : `${callLine(call, say)}\n`),
  all: (calls: readonly Call[]): void =>
    out(json ? `${JSON.stringify(calls, null, 2)}\n` : calls.map((call) => `${callLine(call, say)}\n`).join('')),
});

/** The last calls of the merchant of `--login`, or of all, in the order in which they came. */
const keptCalls = async (
  { client }: Sandbox,
  { login, refused, path }: Options,
  limit: number,
): Promise<{ readonly calls: readonly Call[]; readonly isOn: boolean }> => {
  const logins = login === undefined ? (await client.listMerchants()).map((merchant) => merchant.login) : [login];
  const filter = { limit, ...(refused && { refused }), ...(path !== undefined && { path }) };
  const calls: (Call & Pick<JournalEntry, 'number'>)[] = [];
  let isOn = true;
  for (const merchant of logins) {
    const journal = await client.journal(merchant, filter);
    isOn = journal.isOn;
    calls.push(...journal.entries.map((entry) => ({ merchant, ...entry })));
  }
  return { calls: calls.toSorted((one, other) => one.number - other.number).slice(-limit), isOn };
};

const isWanted = ({ isRefused, path }: RequestEvent, { refused, path: wanted }: Options): boolean =>
  (!refused || isRefused) && (wanted === undefined || isCallOf(path, wanted));

/** A call that comes while the journal is read is in both, and has its number in one only. */
const keyOf = ({ merchant, at, method, path, tookMs }: Call): string =>
  JSON.stringify([merchant, at, method, path, tookMs]);
