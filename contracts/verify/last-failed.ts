import { readFileSync } from 'node:fs';
import { CannotTry } from '../report/cannot-try.ts';

/** Whether an interaction failed at a bank in the run before. */
export type HasFailed = (one: {
  readonly consumer: string;
  readonly description: string;
  readonly states: readonly string[];
  /** The name of a bank, or the address of a gateway elsewhere. */
  readonly place: string;
}) => boolean;

interface Result {
  readonly consumer?: string;
  readonly description?: string;
  readonly providerStates?: readonly string[];
  readonly bank?: string;
  readonly gateway?: string;
  readonly result?: string;
}

/** Reads the report that the run before has written. @throws CannotTry if there is none */
export const readLastFailed = (file: string | undefined): HasFailed => {
  if (file === undefined) throw new CannotTry('--last-failed needs --json, whose file has the results of the last run');
  const { interactionResults = [] } = parsed(file);
  const failed = interactionResults.filter(({ result }) => result === 'Error');
  return ({ consumer, description, states, place }) =>
    failed.some(
      (one) =>
        one.consumer === consumer &&
        one.description === description &&
        (one.bank ?? one.gateway ?? place) === place &&
        String(one.providerStates ?? []) === String(states),
    );
};

const parsed = (file: string): { readonly interactionResults?: readonly Result[] } => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotTry(`--last-failed: ${file} is no report of a run (${code ?? 'it is not JSON'})`);
  }
};
