import { createHash } from 'node:crypto';
import type { Json } from '../simulator/simulator.ts';

export interface Version {
  readonly pacticipant: string;
  readonly number: string;
  readonly branches: string[];
  readonly tags: string[];
}

/** A pact of a version of its consumer. */
export interface Publication {
  readonly consumer: string;
  readonly version: string;
  readonly provider: string;
  /** The hash of the content: results belong to it, whichever versions have it. */
  readonly sha: string;
  readonly createdAt: string;
}

export interface PublishedResult {
  readonly consumer: string;
  readonly provider: string;
  readonly sha: string;
  readonly providerVersion: string;
  readonly success: boolean;
  /** The whole document, as it was sent. */
  readonly document: Json;
}

/** What a broker remembers, oldest first. */
export interface BrokerRecords {
  readonly mainBranches: Map<string, string>;
  readonly versions: Version[];
  readonly publications: Publication[];
  readonly contents: Map<string, Json>;
  readonly results: PublishedResult[];
  readonly environments: { readonly uuid: string; readonly name: string; readonly production: boolean }[];
  readonly deployments: { readonly pacticipant: string; readonly version: string; readonly environment: string }[];
}

/** A new broker has two environments. */
export const emptyRecords = (): BrokerRecords => ({
  mainBranches: new Map(),
  versions: [],
  publications: [],
  contents: new Map(),
  results: [],
  environments: [
    { uuid: '21cbee2d-4c53-4a1b-9f0b-000000000001', name: 'test', production: false },
    { uuid: '21cbee2d-4c53-4a1b-9f0b-000000000002', name: 'production', production: true },
  ],
  deployments: [],
});

/** The version of a pacticipant, which is made if it is new. */
export const versionOf = (records: BrokerRecords, pacticipant: string, number: string): Version => {
  const found = records.versions.find((one) => one.pacticipant === pacticipant && one.number === number);
  if (found) return found;
  const made: Version = { pacticipant, number, branches: [], tags: [] };
  records.versions.push(made);
  return made;
};

export const isKnown = (records: BrokerRecords, pacticipant: string): boolean =>
  records.mainBranches.has(pacticipant) ||
  records.versions.some((one) => one.pacticipant === pacticipant) ||
  records.publications.some(({ consumer, provider }) => [consumer, provider].includes(pacticipant));

const hashOf = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('hex');

/** Stores a pact, with an id for each interaction. The same consumer version cannot have two contents. */
export const storePact = (
  records: BrokerRecords,
  { consumer, version, provider }: Omit<Publication, 'sha' | 'createdAt'>,
  content: Json,
  now: string,
): 'stored' | 'conflict' => {
  const sha = hashOf([content['interactions'], content['messages'], content['metadata']]);
  const older = records.publications.find(
    (one) => one.consumer === consumer && one.version === version && one.provider === provider,
  );
  if (older) return older.sha === sha ? 'stored' : 'conflict';
  const interactions = (content['interactions'] ?? []) as readonly Json[];
  records.contents.set(sha, {
    ...content,
    interactions: interactions.map((interaction) => ({ _id: hashOf(interaction), ...interaction })),
  });
  records.publications.push({ consumer, version, provider, sha, createdAt: now });
  return 'stored';
};
