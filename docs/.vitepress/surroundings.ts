import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Repository } from './links.ts';
import { docs } from './pages.ts';

/** A version of the documentation, and the address of its site. */
export interface Version {
  readonly name: string;
  readonly url: string;
}

/** Facts of a build beside the pages. */
export interface Surroundings {
  /** The version that the pages are about: `v1.2.0`, or a branch. */
  readonly version: string;
  /** The other versions that are published. */
  readonly others: readonly Version[];
  readonly repository?: Repository;
}

/**
 * Reads them from the environment and package.json. `SITE_VERSION` is the version in place of that of package.json;
 * `SITE_OTHERS` has the others as `name=url`, with spaces between.
 */
export const surroundings = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  manifest: Manifest = JSON.parse(readFileSync(path.join(docs, '../package.json'), 'utf8')),
): Surroundings => {
  const version = environment['SITE_VERSION'] || `v${manifest.version}`;
  const url = urlOf(environment, manifest);
  return {
    version,
    others: (environment['SITE_OTHERS'] ?? '').split(/\s+/).filter(Boolean).map(versionIn),
    ...(url && { repository: { url, ref: version } }),
  };
};

interface Manifest {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
}

const versionIn = (text: string): Version => {
  const [, name, url] = /^([^=]+)=(https?:\/\/.+)$/.exec(text) ?? [];
  if (!name || !url) throw new Error(`SITE_OTHERS: expected name=url, got ${text}`);
  return { name, url };
};

/** The address of the repository in a browser; undefined if none is known. */
const urlOf = (
  { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY }: Readonly<Record<string, string | undefined>>,
  { repository }: Manifest,
): string | undefined => {
  if (GITHUB_REPOSITORY) return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`;
  const named = typeof repository === 'string' ? repository : repository?.url;
  const [, address] = /^(?:git\+)?(https:\/\/.+?)(?:\.git)?$/.exec(named ?? '') ?? [];
  const [, ownerAndName] = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(named ?? '') ?? [];
  return address ?? (ownerAndName && `https://github.com/${ownerAndName}`);
};
