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

/** Pact's core could not verify a pact. */
export class NoVerdict extends Error {
  override readonly name = 'NoVerdict';
}

export interface CoreReport {
  /** By the places of the interactions in the copy. */
  readonly results: ReadonlyMap<number, CoreResult>;
  readonly output: string;
  /** Why the pact as a whole could not be verified. */
  readonly troubles: readonly string[];
}

/** Reads the report of Pact's core about a copy of a pact. @throws NoVerdict if the verification itself failed */
export const readCoreReport = (json: string): CoreReport => {
  if (!json.startsWith('{')) throw new NoVerdict(`the verification broke off: ${json}`);
  const { output, interactionResults, errors } = JSON.parse(json) as {
    readonly output: readonly string[];
    readonly interactionResults: readonly CoreResult[];
    readonly errors: readonly { readonly mismatch?: { readonly message?: string } }[];
  };
  const troubles = errors.flatMap(({ mismatch }) => mismatch?.message ?? []);
  const results = interactionResults.map((result) => [Number.parseInt(result.description, 10), result] as const);
  return { results: new Map(results), output: stripVTControlCharacters(output.join('\n')), troubles };
};

/** A difference: JSON path, `status`, the name of a header, or `answer` if none came. */
export interface Difference {
  readonly path: string;
  readonly says: string;
}

/** The differences of a result; empty if it holds. */
export const differencesIn = ({ result, mismatch }: CoreResult): readonly Difference[] => {
  if (mismatch?.type === 'mismatches')
    return (mismatch.mismatches ?? []).map((one) => ({ path: placeOf(one), says: one.mismatch }));
  if (mismatch !== undefined) return [{ path: 'answer', says: mismatch.message ?? 'there is none' }];
  return result === 'OK' ? [] : [{ path: 'answer', says: result }];
};

const placeOf = ({ type, path, key }: CoreMismatch): string =>
  path ?? key ?? (type.startsWith('Body') ? 'body' : 'status');
