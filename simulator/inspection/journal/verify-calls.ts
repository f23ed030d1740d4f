import type { z } from 'zod';
import type { MerchantContext } from '../../context.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import type { JournalEntry } from '../../store/journal/exchange.ts';
import type { Effort } from '../../text/fits-pattern.ts';
import { nearest } from '../../text/nearest.ts';
import type { Frozen } from '../frozen.ts';
import { isCallOf, journalIsOff, keptEntries } from './journal.ts';
import { type CallMatcher, callText, maskNotes, matcherOf, nearestMisses, type WantedCall } from './match-call.ts';
import type { verification, verificationAnswer } from './verification-schemas.ts';

/** The calls that a shop is expected to have made: one call a number of times, or several in order. */
export type Verification = Frozen<z.input<typeof verification>>;

export type VerificationResult = Frozen<z.output<typeof verificationAnswer>>;

/** The result, before dropped entries of the journal are considered. */
interface Finding {
  readonly expected: string;
  /** Numbers of entries. */
  readonly matching: readonly number[];
  /** `for-now`: older calls could change it. */
  readonly verdict: 'yes' | 'yes-for-now' | 'no' | 'no-for-now';
  /** The missing call, and the entries that were searched. */
  readonly missing?: { readonly call: CallMatcher; readonly among: readonly JournalEntry[] };
}

/** The most work on the patterns of one verification, in steps: a tenth of a second, or a quarter on a busy machine. */
const mostEffort = 5_000_000;

/**
 * Compares the expected calls with the journal, in parts between which others get their turn.
 * @throws Error if the journal is off, ConfigError if a pattern cannot be run, or all of them take too long
 */
export const verifyCalls = async (
  context: MerchantContext,
  wanted: Verification,
): Promise<Omit<VerificationResult, 'message'>> => {
  if (!context.journal.isOn) throw new Error(journalIsOff);
  const { since = 0, inOrder } = wanted;
  const entries = await keptEntries(context, { since });
  const effort = { left: mostEffort };
  const { expected, matching, verdict, missing } = inOrder
    ? await findInOrder(entries, inOrder, effort)
    : await countCalls(entries, wanted, effort);
  const dropped = context.journal.droppedOf(context.merchant.login, since);
  const incomplete = dropped > 0 && verdict.endsWith('for-now');
  return {
    verified: !incomplete && verdict.startsWith('yes'),
    seen: matching.length,
    expected,
    matching,
    nearest: missing ? await nearestMisses(missing.among, missing.call) : [],
    incomplete,
    notes: [
      ...(incomplete ? [droppedNote(dropped)] : []),
      ...(missing ? await endpointNote(entries, missing.call.wanted) : []),
      ...new Set((inOrder ?? [callOf(wanted)]).flatMap(maskNotes)),
    ],
  };
};

const droppedNote = (dropped: number): string =>
  `${dropped} older requests of the merchant are no longer in the journal, so the result is unknown: a larger JOURNAL_SIZE or JOURNAL_AGE_HOURS keeps more`;

const callOf = ({ path = '', method, parameters }: Verification): WantedCall => ({ path, method, parameters });

const countCalls = async (entries: readonly JournalEntry[], wanted: Verification, effort: Effort): Promise<Finding> => {
  const call = matcherOf(callOf(wanted), effort);
  const { least, most } = boundsOf(wanted);
  const matching: number[] = [];
  for (const entry of entries) {
    await giveWay();
    if (call.matches(entry)) matching.push(entry.number);
  }
  const found = { expected: `${callText(call.wanted)}, ${boundsText(least, most)}`, matching };
  if (matching.length > most) return { ...found, verdict: 'no' };
  if (matching.length < least) return { ...found, verdict: 'no-for-now', missing: { call, among: entries } };
  return { ...found, verdict: most === Number.POSITIVE_INFINITY ? 'yes' : 'yes-for-now' };
};

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const boundsOf = ({ times, atLeast, atMost }: Verification): Bounds => ({
  least: times ?? atLeast ?? (atMost === undefined ? 1 : 0),
  most: times ?? atMost ?? Number.POSITIVE_INFINITY,
});

const boundsText = (least: number, most: number): string => {
  if (most === 0) return 'never';
  if (least === most) return `exactly ${timesText(least)}`;
  if (most === Number.POSITIVE_INFINITY) return `at least ${timesText(least)}`;
  return least === 0 ? `at most ${timesText(most)}` : `${least} to ${timesText(most)}`;
};

const timesText = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** Finds for each wanted call the first match after that of the one before. */
const findInOrder = async (
  entries: readonly JournalEntry[],
  wanted: readonly WantedCall[],
  effort: Effort,
): Promise<Finding> => {
  const calls = wanted.map((one) => matcherOf(one, effort));
  const expected = `in this order: ${wanted.map(callText).join('; then ')}`;
  const matching: number[] = [];
  let from = 0;
  for (const call of calls) {
    let at = from;
    for (let entry = entries[at]; entry && !call.matches(entry); entry = entries[++at]) await giveWay();
    const found = entries[at];
    if (!found) return { expected, matching, verdict: 'no-for-now', missing: { call, among: entries.slice(from) } };
    matching.push(found.number);
    from = at + 1;
  }
  return { expected, matching, verdict: 'yes' };
};

/** The most names of endpoints among which a similar one is looked for. */
const mostNames = 1_000;

/** A note if the endpoint was never called, since its name may be wrong. */
const endpointNote = async (entries: readonly JournalEntry[], { path }: WantedCall): Promise<readonly string[]> => {
  const called = new Set<string>();
  for (const entry of entries) {
    await giveWay();
    if (isCallOf(entry.path, path)) return [];
    if (called.size < mostNames) called.add(lastPart(entry.path));
  }
  const meant = nearest(lastPart(path), called);
  return [`no call of ${path} is in the journal${meant === undefined ? '' : `; did you mean ${meant}?`}`];
};

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
