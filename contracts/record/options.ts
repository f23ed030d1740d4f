import type { Bank } from '../../simulator/banks/bank.ts';
import { readsPattern } from '../../simulator/recording/read-fields.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { allInFolders, inFolder } from '../report/in-folder.ts';
import { reproducibleDay } from '../report/reproducible-day.ts';
import { bankIn, type Environment } from '../verify/options.ts';

/** The options of the command line, as they are written there. */
export interface GivenOptions {
  readonly output?: string;
  readonly callbacks?: string;
  readonly consumer?: string;
  readonly reads?: string;
  readonly probe?: boolean;
  readonly date?: string;
  readonly bank?: string;
  readonly port?: string;
  readonly sandbox?: string;
  readonly token?: string;
  readonly json?: string;
  readonly junit?: string;
}

/** What to record, and where. */
export interface RecordRequest {
  readonly line: readonly [program: string, ...args: string[]];
  readonly file: string;
  /** The file of the callbacks' pact; absent: none. */
  readonly callbacksFile?: string;
  readonly consumer: string;
  /** Absent: those that a client of tillbox tells, else all. */
  readonly reads?: readonly string[] | 'all';
  /** Whether to find out what the shop reads. */
  readonly probes: boolean;
  /** `2026-01-01`; absent: by the clock. */
  readonly date?: string;
  /** Absent: the gateway runs elsewhere. */
  readonly bank?: Bank;
  readonly port?: number;
  readonly sandbox?: string;
  readonly token?: string;
}

/** Checks the options and the environment. @throws CannotTry that names the wrong one */
export const readOptions = async (
  command: readonly string[],
  given: GivenOptions,
  environment: Environment,
): Promise<RecordRequest> => {
  const [program, ...args] = command;
  if (program === undefined) throw new CannotTry('-- expects the command that runs the tests of the shop after it');
  const { consumer = 'shop', sandbox, bank, port } = given;
  for (const [option, value] of Object.entries({ '--bank': bank, '--port': port }))
    if (sandbox !== undefined && value !== undefined)
      throw new CannotTry(`${option} cannot go together with --sandbox: that gateway runs already`);
  allInFolders({ '--json': given.json, '--junit': given.junit });
  const date = dateIn(given, environment);
  const reads = readsIn(given);
  return {
    line: [program, ...args],
    file: fileIn(given),
    ...(given.callbacks !== undefined && { callbacksFile: inFolder('--callbacks', given.callbacks) }),
    consumer,
    ...(reads && { reads }),
    probes: given.probe ?? false,
    ...(date !== undefined && { date }),
    ...(sandbox === undefined && { bank: await bankIn({ ...(bank !== undefined && { bank }) }, environment) }),
    ...(port !== undefined && { port: portIn(port) }),
    ...(sandbox !== undefined && { sandbox: addressIn(sandbox) }),
    ...tokenIn(given, environment),
  };
};

const fileIn = ({ output }: GivenOptions): string => {
  if (output === undefined) throw new CannotTry('--output expects the file of the pact, such as -o shop.pact.json');
  return inFolder('--output', output);
};

const readsIn = ({ reads, probe }: GivenOptions): RecordRequest['reads'] => {
  if (reads === undefined) return undefined;
  if (probe) throw new CannotTry('--reads cannot go together with --probe, which finds the fields by itself');
  if (reads === 'all') return 'all';
  if (!readsPattern.test(reads))
    throw new CannotTry(`--reads ${reads}: expected names of fields with commas, such as orderStatus,actionCode`);
  return reads.split(',');
};

/** `--date`, or the day of SOURCE_DATE_EPOCH. */
const dateIn = ({ date }: GivenOptions, environment: Environment): string | undefined => {
  if (date === undefined) return reproducibleDay(environment);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new CannotTry(`--date ${date}: expected a day such as 2026-01-01`);
  return date;
};

const portIn = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new CannotTry(`--port ${text}: expected a number from 0 to 65535`);
  return Number(text);
};

const addressIn = (text: string): string => {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new CannotTry(`--sandbox ${text}: expected an address such as http://localhost:8080`);
};

const tokenIn = ({ token }: GivenOptions, environment: Environment) => {
  const known = token ?? environment['CONTROL_TOKEN'];
  return known ? { token: known } : {};
};
