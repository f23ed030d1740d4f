import type { Source } from './sources.ts';

/** The purpose of an endpoint. If it is imitated partly, also the gaps; if not, the reason. */
export interface Meanings {
  readonly meaning: string;
  readonly meaningInRussian: string;
}

export interface EndpointFacts extends Meanings {
  /** Path below the gateway's base path, as documented: `rest/register.do`; with a leading slash, from the root. */
  readonly path: string;
  readonly source: Source;
  /** How much of it, if not all. */
  readonly imitated?: 'partly' | 'no';
}

/** Its address from the root. */
export const addressOf = ({ path }: Pick<EndpointFacts, 'path'>, basePath: string): string =>
  path.startsWith('/') ? path : `${basePath}/${path}`;
