/** A state that a pact asks for. */
export interface AskedState {
  readonly name: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The JSON of an interaction; its fields depend on the version of the format. */
export type InteractionJson = Readonly<Record<string, unknown>>;

/** An interaction of a pact, in any version of the format. */
export interface Interaction {
  readonly description: string;
  /** Its `_id` at a broker. */
  readonly id?: string;
  readonly states: readonly AskedState[];
  /** Whether its failures do not count. */
  readonly isPending: boolean;
  readonly json: InteractionJson;
  /** Why it cannot be verified over HTTP; absent if it can. */
  readonly refusal?: string;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The interactions of a pact in its order, and its messages, which version 3 has apart. */
export const interactionsOf = (pact: unknown): readonly Interaction[] => {
  if (!isObject(pact)) return [];
  const messages = objectsIn(pact['messages']).map((json) => readInteraction({ type: 'Message', ...json }));
  return [...objectsIn(pact['interactions']).map(readInteraction), ...messages];
};

const readInteraction = (json: Json): Interaction => {
  const id = textIn(json['_id']);
  const refusal = refusalOf(json);
  return {
    description: String(json['description'] ?? ''),
    ...(id !== undefined && { id }),
    states: statesIn(json),
    isPending: json['pending'] === true,
    json,
    ...(refusal !== undefined && { refusal }),
  };
};

/** Version 1 has `provider_state`, version 2 `providerState`, and the later ones a list. */
const statesIn = (json: Json): readonly AskedState[] => {
  const list = json['providerStates'];
  if (Array.isArray(list))
    return objectsIn(list)
      .map(readState)
      .filter(({ name }) => name !== '');
  const name = textIn(json['providerState']) ?? textIn(json['provider_state']);
  return name === undefined ? [] : [{ name }];
};

const readState = ({ name, params }: Json): AskedState => ({
  name: String(name ?? ''),
  ...(isObject(params) && Object.keys(params).length > 0 && { params }),
});

const refusalOf = ({ type, transport, pluginConfiguration, request }: Json): string | undefined => {
  if (isObject(pluginConfiguration) && Object.keys(pluginConfiguration).length > 0)
    return `it needs the plugin ${Object.keys(pluginConfiguration).join(', ')} of Pact, and plugins are not run`;
  if (/message/i.test(String(type ?? ''))) return 'it is a message; only HTTP requests are verified';
  const way = textIn(transport) ?? 'http';
  if (!/^https?$/.test(way)) return `its transport is ${way}; only HTTP is verified`;
  return isObject(request) ? undefined : 'it has no request';
};

/** The names of the two sides of a pact. */
export const sidesOf = (pact: unknown): { readonly consumer: string; readonly provider: string } => {
  const nameOf = (side: string): string => {
    const value = isObject(pact) ? pact[side] : undefined;
    return (isObject(value) ? textIn(value['name']) : undefined) ?? side;
  };
  return { consumer: nameOf('consumer'), provider: nameOf('provider') };
};
