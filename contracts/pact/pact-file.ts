import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The used part of a pact file. */
export interface PactFile {
  readonly interactions: readonly Interaction[];
}

export interface Interaction {
  readonly description: string;
  readonly request?: { readonly method?: string; readonly path?: string };
  readonly response?: ExpectedResponse;
  readonly providerStates?: readonly AskedState[];
  /** The state in version 2 of the format. */
  readonly providerState?: string;
}

interface Rule {
  readonly match: string;
  readonly regex?: string;
  /** Of the keys. */
  readonly rules?: readonly Rule[];
}

/** The expected response of an interaction in version 4 of the format. */
export interface ExpectedResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: { readonly content: unknown };
  readonly matchingRules?: { readonly body?: Readonly<Record<string, { readonly matchers: readonly Rule[] }>> };
}

export interface AskedState {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export const statesOf = ({ providerStates, providerState }: Interaction): readonly AskedState[] =>
  providerStates ?? (providerState === undefined ? [] : [{ name: providerState }]);

/** @throws Error with the name of the file, if it cannot be read or is no pact */
export const readPact = (file: string): PactFile => {
  const pact = parsed(file, textOf(file));
  if (Array.isArray((pact as Partial<PactFile> | null)?.interactions)) return pact as PactFile;
  throw new Error(`${file}: expected a pact file, but it has no interactions`);
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file}: expected a pact file, but it cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
};

const parsed = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file}: expected a pact file, but it is not JSON`);
  }
};

/** The descriptions of the interactions of a pact file, in its order. */
export const descriptionsIn = (file: string): readonly string[] =>
  readPact(file).interactions.map(({ description }) => description);

/** Lends copies of pact files with some of their interactions, and logs the others. */
export const withOnly = <Result>(
  files: readonly string[],
  isMeant: (interaction: Interaction) => boolean,
  use: (copies: readonly string[]) => Promise<Result>,
): Promise<Result> =>
  withChanged(
    files,
    (interaction) => {
      if (isMeant(interaction)) return [interaction];
      console.log(`left out: ${interaction.description}`);
      return [];
    },
    use,
  );

const withChanged = async <Result>(
  files: readonly string[],
  change: (interaction: Interaction) => readonly Interaction[],
  use: (copies: readonly string[]) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pact-'));
  const copyOf = (file: string, index: number) => {
    const pact = readPact(file);
    const copy = path.join(folder, `${index}.json`);
    writeFileSync(copy, JSON.stringify({ ...pact, interactions: pact.interactions.flatMap(change) }));
    return copy;
  };
  try {
    return await use(files.map(copyOf));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
