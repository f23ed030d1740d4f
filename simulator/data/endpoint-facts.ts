import type { Source } from './sources.ts';

/** An endpoint as the docs list it. */
export interface EndpointFacts {
  /** Path below the gateway's base path, as documented: `rest/register.do`; with a slash in front, from the root. */
  readonly path: string;
  /** What it does. If it is imitated partly, also what is missing; if not, why. */
  readonly meaning: string;
  readonly source: Source;
  /** How much of it, if not all. */
  readonly imitated?: 'partly' | 'no';
}

/** Its address from the root. */
export const addressOf = ({ path }: EndpointFacts, basePath: string): string =>
  path.startsWith('/') ? path : `${basePath}/${path}`;
