import { stripVTControlCharacters } from 'node:util';

/** A difference between an answer and the contract, as Pact's core reports it. */
export interface CoreMismatch {
  /** `BodyMismatch`, `StatusMismatch`, `HeaderMismatch` ... */
  readonly type: string;
  readonly mismatch: string;
  /** Of a body: `$.amount`. */
  readonly path?: string;
  /** The name of a header. */
  readonly key?: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** The result of an interaction, as Pact's core reports it. */
export interface CoreResult {
  readonly description: string;
  readonly result: string;
  readonly duration?: string;
  readonly mismatch?: {
    readonly type: string;
    /** Why no answer came. */
    readonly message?: string;
    readonly mismatches?: readonly CoreMismatch[];
  };
}

export interface CoreReport {
  /** By the places of the interactions in the copy. */
  readonly results: ReadonlyMap<number, CoreResult>;
  readonly output: string;
}

/** Reads the report of Pact's core about a copy of a pact. @throws Error if the verification itself failed */
export const readCoreReport = (json: string): CoreReport => {
  if (!json.startsWith('{')) throw new Error(`the verification broke off: ${json}`);
  const { output, interactionResults } = JSON.parse(json) as {
    readonly output: readonly string[];
    readonly interactionResults: readonly CoreResult[];
  };
  const results = interactionResults.map((result) => [Number.parseInt(result.description, 10), result] as const);
  return { results: new Map(results), output: stripVTControlCharacters(output.join('\n')) };
};

/** A difference: JSON path, `status`, the name of a header, or `answer` if none came. */
export interface Difference {
  readonly path: string;
  readonly says: string;
}

/** The differences of a result; empty if it holds. */
export const differencesIn = ({ result, mismatch }: CoreResult): readonly Difference[] => {
  if (mismatch?.type === 'mismatches')
    return (mismatch.mismatches ?? []).map(({ path, key, mismatch: says }) => ({
      path: path ?? key ?? 'status',
      says,
    }));
  if (mismatch !== undefined) return [{ path: 'answer', says: mismatch.message ?? 'there is none' }];
  return result === 'OK' ? [] : [{ path: 'answer', says: result }];
};
