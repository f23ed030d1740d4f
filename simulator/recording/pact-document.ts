import type { FormatFacts } from '../data/field-formats.ts';
import type { AskedState } from './state-of-order.ts';

/** The facts of a recording beside the calls. */
export interface RecordingFacts {
  /** The name of the shop. */
  readonly consumer: string;
  /** The recorded bank. */
  readonly bank: FormatFacts & { readonly name: string };
  /** The version of tillbox. */
  readonly version: string;
  /** `2026-01-01`. */
  readonly date: string;
  /** Nothing but these fields of answers, as `readsPattern` has them; all of them if absent. */
  readonly reads?: readonly string[] | undefined;
  /** Only requests with a higher number in the journal; the earlier ones tell what had happened before. */
  readonly since?: number | undefined;
}

/** Calls that are not in the pact, by call and reason. */
export interface LeftOut {
  readonly call: string;
  readonly times: number;
  readonly reason: string;
}

/** The calls of a run, counted. */
export interface RecordedCalls {
  readonly seen: number;
  readonly withState: number;
  readonly leftOut: readonly LeftOut[];
}

/** A pact in version 4 of the format. */
export interface RecordedPact {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly RecordedInteraction[];
  readonly metadata: {
    readonly pactSpecification: { readonly version: '4.0' };
    readonly tillbox: {
      readonly version: string;
      readonly bank: string;
      readonly recorded: string;
      readonly reads?: readonly string[];
      readonly calls: RecordedCalls;
    };
  };
}

export interface RecordedInteraction {
  readonly description: string;
  readonly providerStates: readonly AskedState[];
  readonly [field: string]: unknown;
}

/** A request, and what became of it. */
export type RecordedRow = { readonly call: string } & (
  | { readonly key: string; readonly interaction: RecordedInteraction }
  | { readonly reason: string }
);

/** Both sides of a pact. */
export interface Sides {
  readonly consumer: string;
  readonly provider: string;
}

/** A pact of these rows, each key once. */
export const pactOf = (
  rows: readonly RecordedRow[],
  { consumer, provider }: Sides,
  { version, bank, date, reads }: RecordingFacts,
): RecordedPact => {
  const leftOut = new Map<string, LeftOut>();
  const found = new Map<string, RecordedInteraction>();
  for (const row of rows) {
    if ('reason' in row) {
      const known = leftOut.get(JSON.stringify(row));
      leftOut.set(JSON.stringify(row), { ...row, times: (known?.times ?? 0) + 1 });
      continue;
    }
    const known = found.get(row.key);
    // The amounts of the same call may differ; which of them comes first must not depend on the order of the calls.
    if (!known || JSON.stringify(row.interaction) < JSON.stringify(known)) found.set(row.key, row.interaction);
  }
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: sorted([...found]),
    metadata: {
      pactSpecification: { version: '4.0' },
      tillbox: {
        version,
        bank: bank.name,
        recorded: date,
        ...(reads && { reads: [...reads].sort() }),
        calls: {
          seen: rows.length,
          withState: rows.filter((row) => 'key' in row).length,
          leftOut: [...leftOut.values()].sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other))),
        },
      },
    },
  };
};

/** Sorted by their keys; those with the same description and states get a number. */
const sorted = (rows: readonly (readonly [string, RecordedInteraction])[]): readonly RecordedInteraction[] => {
  const counts = new Map<string, number>();
  return rows
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, interaction]) => {
      const count = (counts.get(interaction.description) ?? 0) + 1;
      counts.set(interaction.description, count);
      return count === 1 ? interaction : { ...interaction, description: `${interaction.description} (${count})` };
    });
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
