import { appendFileSync, writeFileSync } from 'node:fs';
import { CannotTry } from './cannot-try.ts';
import type { GitHubStep } from './github-command.ts';

/** What a run has found, in each form. */
export interface Reports {
  /** Anything that JSON can write. */
  readonly json: () => unknown;
  /** As `junitOf` writes it. */
  readonly junit: () => string;
  /** Commands to GitHub Actions, each a line. */
  readonly annotations: () => string;
  /** The summary of a step of GitHub Actions, in Markdown; what its file has already stays. */
  readonly summary: () => string;
}

/** Where the reports go; absent ones are not written. */
export interface ReportTargets {
  /** The file of `--json`. */
  readonly json?: string | undefined;
  /** The file of `--junit`. */
  readonly junit?: string | undefined;
  /** Files in further forms. */
  readonly others?: readonly OtherFile[];
  /** The step of GitHub Actions that runs this. */
  readonly step?: GitHubStep | undefined;
  /** Prints the annotations. */
  readonly out: (text: string) => void;
}

/** A report in a form of its own; without a file it is not written. */
export interface OtherFile {
  readonly option: string;
  readonly file: string | undefined;
  readonly text: () => string;
}

/** Writes the reports that were asked for. @throws CannotTry if a file cannot be written */
export const writeReports = (
  { json, junit, annotations, summary }: Reports,
  { json: jsonFile, junit: junitFile, others = [], step, out }: ReportTargets,
): void => {
  writeTo('--json', jsonFile, (file) => writeFileSync(file, `${JSON.stringify(json(), undefined, 2)}\n`));
  writeTo('--junit', junitFile, (file) => writeFileSync(file, junit()));
  for (const { option, file, text } of others) writeTo(option, file, (path) => writeFileSync(path, text()));
  if (!step) return;
  out(annotations());
  writeTo('GITHUB_STEP_SUMMARY', step.summary, (file) => appendFileSync(file, summary()));
};

/** Writes a file that an option names. @throws CannotTry if it cannot be written */
export const writeTo = (option: string, file: string | undefined, write: (file: string) => void): void => {
  if (file === undefined) return;
  try {
    write(file);
  } catch (error) {
    throw new CannotTry(`${option} ${file}: it cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};
