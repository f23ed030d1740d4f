import type { InteractionJson } from '../interaction.ts';

/** The name of the state of an interaction in a copy. */
export const opaqueState = (place: number): string => `interaction ${place}`;

/** The place in the name of a state of a copy; undefined for another name. */
export const placeIn = (state: string): number | undefined => {
  const [, place] = /^interaction (\d+)$/.exec(state) ?? [];
  return place === undefined ? undefined : Number(place);
};

type Json = Readonly<Record<string, unknown>>;

/** Interactions in a copy: the time of Pact's core grows with the square of their number in a file. */
const perCopy = 10;

/**
 * Copies of a pact that share these interactions, each with one state that only names its place: the server of the states
 * then knows which interaction is tried. All else is as in the pact.
 */
export const copiesOfPact = (pact: unknown, interactions: readonly InteractionJson[]): readonly Json[] => {
  const { messages, ...whole } = pact as Json;
  // The core would load the plugins.
  const { plugins, ...metadata } = (whole['metadata'] ?? {}) as Json;
  const isOld = formatOf(whole) < 3;
  const withPlaces = interactions.map((interaction, place) => {
    const { providerState, provider_state, providerStates, pending, ...rest } = interaction;
    const state = opaqueState(place);
    return isOld
      ? { ...rest, description: `${place}: ${rest['description']}`, providerState: state }
      : { ...rest, description: `${place}: ${rest['description']}`, providerStates: [{ name: state }] };
  });
  return Array.from({ length: Math.ceil(withPlaces.length / perCopy) }, (_, index) => ({
    ...whole,
    metadata,
    interactions: withPlaces.slice(index * perCopy, (index + 1) * perCopy),
  }));
};

/** The version of the format of a pact; 3 if it does not say so. */
export const formatOf = ({ metadata }: Json): number => {
  const data = (metadata ?? {}) as Readonly<Record<string, { readonly version?: unknown } | string | undefined>>;
  const stated = data['pactSpecification'] ?? data['pact-specification'] ?? data['pactSpecificationVersion'];
  const version = Number.parseInt(String(typeof stated === 'object' ? stated.version : stated), 10);
  return Number.isNaN(version) ? 3 : version;
};
