import type { Bank } from '../../simulator/banks/bank.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Warnings about a pact of `tillbox record`: it is older than the profiles of this tillbox, or of another bank than the one at
 * which it is verified. None about other pacts. `version`: that of this tillbox.
 */
export const recordingWarnings = (pact: unknown, version: string, bank: Bank | undefined): readonly string[] => {
  const metadata = isObject(pact) ? pact['metadata'] : undefined;
  const recorded = isObject(metadata) ? metadata['tillbox'] : undefined;
  if (!isObject(recorded)) return [];
  const { version: before, bank: ofBank, recorded: date } = recorded;
  const isOlder = typeof before === 'string' && isBefore(before, version);
  return [
    ...(isOlder
      ? [
          `Warning: it was recorded on ${date} by tillbox ${before}; the banks of ${version} may differ. Record it again.`,
        ]
      : []),
    ...(bank && typeof ofBank === 'string' && ofBank !== bank.name
      ? [`Warning: it was recorded at ${ofBank}, and is verified at ${bank.name}.`]
      : []),
  ];
};

/** Compares the numbers of two versions. */
const isBefore = (one: string, other: string): boolean => {
  const [left, right] = [numbersIn(one), numbersIn(other)];
  const place = left.findIndex((number, index) => number !== right[index]);
  return place >= 0 && (left[place] ?? 0) < (right[place] ?? 0);
};

const numbersIn = (version: string): readonly number[] => version.split(/[.-]/, 3).map(Number);
