import type { z } from 'zod';
import type { MerchantContext } from '../context.ts';
import { nearest } from '../domain/nearest.ts';
import type { Frozen } from './frozen.ts';
import { type EntryView, isCallOf, journalIsOff, readEntries } from './journal.ts';
import { callText, isWantedCall, maskNotes, nearestMisses, type WantedCall } from './match-call.ts';
import type { verification, verificationAnswer } from './verification-schemas.ts';

/** The calls that a shop is expected to have made: one call a number of times, or several in order. */
export type Verification = Frozen<z.input<typeof verification>>;

export type VerificationResult = Frozen<z.output<typeof verificationAnswer>>;

/** The result, before dropped entries of the journal are considered. */
interface Finding {
  readonly expected: string;
  readonly matching: readonly EntryView[];
  /** `for-now`: older calls could change it. */
  readonly verdict: 'yes' | 'yes-for-now' | 'no' | 'no-for-now';
  /** The missing call, and the entries that were searched. */
  readonly missing?: { readonly call: WantedCall; readonly among: readonly EntryView[] };
}

/** Compares the expected calls with the journal. @throws Error if the journal is off. */
export const verifyCalls = async (context: MerchantContext, wanted: Verification): Promise<VerificationResult> => {
  if (!context.journal.isOn) throw new Error(journalIsOff);
  const { since = 0, inOrder } = wanted;
  const entries = await readEntries(context, { since });
  const { expected, matching, verdict, missing } = inOrder
    ? findInOrder(entries, inOrder)
    : countCalls(entries, wanted);
  const dropped = context.journal.droppedOf(context.merchant.login, since);
  const incomplete = dropped > 0 && verdict.endsWith('for-now');
  return {
    verified: !incomplete && verdict.startsWith('yes'),
    seen: matching.length,
    expected,
    matching: matching.map(({ number }) => number),
    nearest: missing ? nearestMisses(missing.among, missing.call) : [],
    incomplete,
    notes: [
      ...(incomplete ? [droppedNote(dropped)] : []),
      ...(missing ? endpointNote(entries, missing.call) : []),
      ...new Set((inOrder ?? [callOf(wanted)]).flatMap(maskNotes)),
    ],
  };
};

const droppedNote = (dropped: number): string =>
  `${dropped} older requests of the merchant are no longer in the journal, so the result is unknown: a larger JOURNAL_SIZE or JOURNAL_AGE_HOURS keeps more`;

const callOf = ({ path = '', method, parameters }: Verification): WantedCall => ({ path, method, parameters });

const countCalls = (entries: readonly EntryView[], wanted: Verification): Finding => {
  const call = callOf(wanted);
  const { least, most } = boundsOf(wanted);
  const matching = entries.filter((entry) => isWantedCall(entry, call));
  const found = { expected: `${callText(call)}, ${boundsText(least, most)}`, matching };
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
const findInOrder = (entries: readonly EntryView[], calls: readonly WantedCall[]): Finding => {
  const expected = `in this order: ${calls.map(callText).join('; then ')}`;
  const matching: EntryView[] = [];
  for (const call of calls) {
    const among = entries.filter(({ number }) => number > (matching.at(-1)?.number ?? 0));
    const found = among.find((entry) => isWantedCall(entry, call));
    if (!found) return { expected, matching, verdict: 'no-for-now', missing: { call, among } };
    matching.push(found);
  }
  return { expected, matching, verdict: 'yes' };
};

/** A note if the endpoint was never called, since its name may be wrong. */
const endpointNote = (entries: readonly EntryView[], { path }: WantedCall): readonly string[] => {
  if (entries.some((entry) => isCallOf(entry.path, path))) return [];
  const called = new Set(entries.map((entry) => lastPart(entry.path)));
  const meant = nearest(lastPart(path), called);
  return [`no call of ${path} is in the journal${meant === undefined ? '' : `; did you mean ${meant}?`}`];
};

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
