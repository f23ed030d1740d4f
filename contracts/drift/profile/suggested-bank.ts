import { banks } from '../../../simulator/banks/all.ts';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { factSchemas } from '../../../simulator/banks/own-bank/fact-schemas.ts';
import { CannotTry } from '../../report/cannot-try.ts';
import type { KeptRun } from '../file/kept-run.ts';
import type { WiderRun } from '../questions/all.ts';
import { titleOf } from '../questions/titles.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { type Weigh, type Weight, weighing } from './weigh.ts';

/** The file of a bank, and what it achieves, in one sentence. */
export interface SuggestedBank {
  readonly text: string;
  readonly summary: string;
}

/**
 * The rows of the file of a bank that would remove differences. Each is found by asking tillbox again with it: those that are
 * seen in the answers, and those of the other banks. @throws CannotTry if the profile is itself the file of a bank
 */
export const suggestedBank = async (
  bank: Bank,
  run: KeptRun,
  wider: WiderRun,
  source: string,
): Promise<SuggestedBank> => {
  if (!banks.some(({ name }) => name === bank.name))
    throw new CannotTry(`--profile: expected --bank to be one of tillbox; ${bank.name} is the file of a bank`);
  const weigh = weighing(bank, run, wider);
  const before = await weigh(bank);
  const { rows, weight } = await search(bank, candidatesFor(bank, run.answers), weigh, { rows: [], weight: before });
  const seen: (readonly [string, object])[] = [];
  for (const row of rows) {
    const { fact, value } = row;
    const questions = await shownBy(bank, weigh, { rows, weight }, row);
    const { askedOn: seenOn } = run;
    const asked = { ...(seenOn !== undefined && { seenOn }), ...(questions !== '' && { asked: questions }) };
    seen.push([fact, { value, source: `seen: ${source}`, confidence: 'client', ...asked }]);
  }
  const body = { extends: bank.name, name: `${bank.name}-seen`, ...Object.fromEntries(seen) };
  const [count, pronoun] = rows.length === 1 ? ['1 row', 'it'] : [`${rows.length} rows`, 'them'];
  return {
    text: `${JSON.stringify(body, undefined, 2)}\n`,
    summary: `${count}; with ${pronoun}, ${weight.differences} of ${before.differences} differences are left`,
  };
};

/** Rows that help so far. */
interface Held {
  readonly rows: readonly Candidate[];
  readonly weight: Weight;
}

const withRows = (bank: Bank, rows: readonly Candidate[]): Bank => ({
  ...bank,
  ...Object.fromEntries(rows.map(({ fact, value }) => [fact, value])),
});

/** A row can have an effect only when another one is there: orders in an unknown currency tell nothing else. */
const mostPasses = 3;

const search = async (bank: Bank, candidates: readonly Candidate[], weigh: Weigh, start: Held): Promise<Held> => {
  const usable = candidates.filter(({ fact, value }) => factSchemas[fact].safeParse(value).success);
  let held = start;
  for (let pass = 0; pass < mostPasses && held.weight.total > 0; pass += 1) {
    const next = await onePass(bank, usable, weigh, held);
    if (next.weight.total === held.weight.total) break;
    held = next;
  }
  return withoutIdleRows(bank, weigh, held);
};

/**
 * Weighs each candidate alone, by the questions that differ; then takes them one after the other, the best first, as long as
 * they still help.
 */
const onePass = async (bank: Bank, candidates: readonly Candidate[], weigh: Weigh, held: Held): Promise<Held> => {
  const { involved, total: before } = held.weight;
  const weighed: { readonly candidate: Candidate; readonly total: number }[] = [];
  for (const candidate of candidates) {
    const { total } = await weigh(withRows(bank, replaced(held.rows, candidate)), involved);
    if (total < before) weighed.push({ candidate, total });
  }
  let best = held;
  for (const { candidate } of weighed.sort((one, other) => one.total - other.total)) {
    if (best.weight.total === 0) break;
    const rows = replaced(best.rows, candidate);
    const weight = await weigh(withRows(bank, rows));
    if (weight.total < best.weight.total) best = { rows, weight };
  }
  return best;
};

const replaced = (rows: readonly Candidate[], candidate: Candidate): readonly Candidate[] => [
  ...rows.filter(({ fact }) => fact !== candidate.fact),
  candidate,
];

/** Titles of the questions that would differ without this row, the first few. */
const shownBy = async (bank: Bank, weigh: Weigh, { rows, weight }: Held, row: Candidate): Promise<string> => {
  const others = rows.filter((one) => one !== row);
  const { involved } = await weigh(withRows(bank, others));
  const titles = [...involved].filter((question) => !weight.involved.has(question)).map(titleOf);
  const more = titles.length - mostTitles;
  return [...titles.slice(0, mostTitles), ...(more > 0 ? [`${more} more`] : [])].join('; ');
};

const mostTitles = 3;

/** A later row can make an earlier one needless. */
const withoutIdleRows = async (bank: Bank, weigh: Weigh, held: Held): Promise<Held> => {
  let left = held;
  for (const row of held.rows.length > 1 ? held.rows : []) {
    const rows = left.rows.filter((one) => one !== row);
    const weight = await weigh(withRows(bank, rows));
    if (weight.total <= left.weight.total) left = { rows, weight };
  }
  return left;
};
