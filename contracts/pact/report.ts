import { stripVTControlCharacters } from 'node:util';

/** One difference between an answer and the contract. */
export interface Mismatch {
  /** Description of the interaction. */
  readonly interaction: string;
  /** `$.amount`; `status` for the HTTP status; the name of a header. */
  readonly path: string;
  readonly says: string;
}

/** The result of a completed verification. */
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

/** The report of a verification. @throws AggregateError with the troubles of the provider states. */
export const reportOf = async (verified: Promise<unknown>, troubles: readonly unknown[] = []): Promise<Report> => {
  const raw = await verified.catch((error: Error) => error.message);
  if (troubles.length > 0) throw new AggregateError(troubles, troubles.map(String).join('\n'));
  return readReport(String(raw));
};

/** Reads the verifier's own report. @throws Error if the verification itself failed. */
const readReport = (json: string): Report => {
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
