import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The file in which the client of tillbox notes what it calls and what is read of the answers. */
export interface NotesFile {
  /** For the command of the shop. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its text; empty if nothing was noted. */
  readonly text: () => string;
  readonly remove: () => void;
}

export const openNotesFile = (): NotesFile => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-reads-'));
  const file = path.join(folder, 'reads');
  return {
    environment: { TILLBOX_READS: file },
    text: () => readFileSync(file, { encoding: 'utf8', flag: 'a+' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The fields of one call that the shop has read. */
export interface CallReads {
  /** `register.do`, without the path before it. */
  readonly call: string;
  /** Their places in the answer, `.paymentAmountInfo.paymentState`. */
  readonly fields: readonly string[];
}

/**
 * The calls that were made by the client alone, and the fields that were read of them. A call that the journal has more often was
 * also made without the client, which knows nothing of that reading. `seen`: the paths of all calls in the journal.
 */
export const clientReads = (notes: string, seen: readonly string[]): readonly CallReads[] => {
  const calls = new Map<string, { times: number; readonly fields: Set<string> }>();
  for (const line of notes.split('\n').filter((one) => one !== '')) {
    const [endpoint = '', field] = line.split(' ');
    const call = endpoint.replace(/^(?:\.\.)?\//, '');
    const known = calls.get(call) ?? { times: 0, fields: new Set() };
    calls.set(call, known);
    if (field === undefined) known.times++;
    else known.fields.add(field);
  }
  return [...calls]
    .filter(([call, { times }]) => seen.filter((one) => one.endsWith(`/${call}`)).length <= times)
    .map(([call, { fields }]) => ({ call, fields: innermost([...fields]).toSorted() }))
    .sort((one, other) => (one.call < other.call ? -1 : 1));
};

/** An object is read for the fields in it; only one whose fields were not looked at counts as a whole. */
const innermost = (fields: readonly string[]): readonly string[] =>
  fields.filter((field) => !fields.some((other) => other.startsWith(`${field}.`)));

/** As the pact of a merchant takes them. */
export const asReads = (calls: readonly CallReads[]): readonly string[] =>
  calls.map(({ call, fields }) => `${call}:${fields.join(';')}`);

/** "The client read 3 fields of 2 calls: register.do formUrl, orderId; refund.do none." */
export const saidReads = (calls: readonly CallReads[]): string => {
  const count = calls.reduce((sum, { fields }) => sum + fields.length, 0);
  const each = calls.map(({ call, fields }) => `${call} ${fields.map((one) => one.slice(1)).join(', ') || '-'}`);
  return `The client of tillbox tells what was read, ${count} ${count === 1 ? 'field' : 'fields'}: ${each.join('; ')}.\n`;
};
