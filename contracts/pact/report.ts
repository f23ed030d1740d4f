import { stripVTControlCharacters } from 'node:util';

/** One place where an answer was not as agreed. */
export interface Mismatch {
  /** Description of the interaction. */
  readonly interaction: string;
  /** `$.amount`; `status` for the HTTP status; the name of a header. */
  readonly path: string;
  readonly says: string;
}

/** What came of a verification that could be carried out. */
export interface Report {
  readonly accepted: boolean;
  /** Descriptions of all interactions that were tried. */
  readonly interactions: readonly string[];
  readonly mismatches: readonly Mismatch[];
  /** The verifier's own words. */
  readonly output: string;
}

interface RawReport {
  readonly result: boolean;
  readonly output: readonly string[];
  readonly interactionResults: readonly {
    readonly description: string;
    readonly result: string;
    readonly mismatch?: {
      readonly type: string;
      readonly message?: string;
      readonly mismatches?: readonly { readonly path?: string; readonly key?: string; readonly mismatch: string }[];
    };
  }[];
}

/** Reads the verifier's own report. @throws Error where it is about a failure of the verification itself. */
export const readReport = (json: string): Report => {
  if (!json.startsWith('{')) throw new Error(`the verification broke off: ${json}`);
  const raw = JSON.parse(json) as RawReport;
  const output = stripVTControlCharacters(raw.output.join('\n'));
  const mismatches = raw.interactionResults.flatMap(({ description, mismatch }): readonly Mismatch[] => {
    if (!mismatch) return [];
    if (mismatch.type !== 'mismatches') throw new Error(`${description}: ${JSON.stringify(mismatch)}\n${output}`);
    return (mismatch.mismatches ?? []).map(({ path, key, mismatch: says }) => ({
      interaction: description,
      path: path ?? key ?? 'status',
      says,
    }));
  });
  const interactions = raw.interactionResults.map(({ description }) => description);
  return { accepted: raw.result && mismatches.length === 0, interactions, mismatches, output };
};
