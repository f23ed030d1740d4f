/** A field of JSON, which each break knows. */
// biome-ignore lint/suspicious/noExplicitAny: each break knows the shape of its answers
export type Json = any;

/** A request of a shop on its way to the gateway. */
export interface ShopRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** An answer of the gateway, as it is written. */
export interface Reply {
  readonly status: number;
  /** The names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The connection is reset before the first byte, or after a half of the body; without, all is sent. */
  readonly reset?: 'at once' | 'half way';
}

/** What a gateway with this break knows: one for each merchant. */
export interface Memory {
  readonly password: string;
  /** What a break has kept of earlier requests, by names of its own. */
  readonly kept: Map<string, string>;
}

/** Changes a copy of an answer in place. It is asked about answers in JSON only. */
export type ChangeAnswer = (body: Json) => unknown;

/** Changes how an answer is written. */
export type ChangeReply = (reply: Reply) => Reply;

/** What happens to a request: it goes on to the gateway, changed or not, or has this answer in place of the gateway's. */
export type ChangeRequest = (request: ShopRequest, memory: Memory) => ShopRequest | { readonly answer: Json };

/** Changes a copy of an answer in place, by its request and by what was remembered; or returns another answer. */
export type ChangeReaction = (body: Json, request: ShopRequest, memory: Memory) => unknown;

/** Exactly one kind of change. */
export type Change =
  | { readonly answer: ChangeAnswer }
  | { readonly reply: ChangeReply }
  | { readonly request: ChangeRequest }
  | { readonly reaction: ChangeReaction };

/** A break in its table, where its id is the key. */
export type BreakRow = Change & {
  /** The calls that it changes, as they are documented: `rest/register.do`. */
  readonly calls: readonly string[];
  /** Continues "the gateway ...". */
  readonly does: string;
  /** What a shop would suffer: a sentence. */
  readonly harm: string;
  /** Why no shop can suffer from it; absent if one can. */
  readonly equivalent?: string;
};

/** A gateway with one thing wrong. */
export type Break = BreakRow & {
  /** Its area and a number: `st-06`. It never changes, and is never used again. */
  readonly id: string;
  /** The version of tillbox that has it first. */
  readonly since: string;
};

export type Breaks = Readonly<Record<string, BreakRow>>;

/** Breaks that one version brought. */
export const breaksSince = (since: string, rows: Breaks): readonly Break[] =>
  Object.entries(rows).map(([id, row]) => ({ ...row, id, since }));

/** The tables as one list, in the order of ids. @throws Error if an id is there twice, or is none. */
export const joinBreaks = (tables: readonly (readonly Break[])[]): readonly Break[] => {
  const all = tables.flat().sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const [index, { id }] of all.entries()) {
    if (!/^[a-z]{2}-\d{2}$/.test(id)) throw new Error(`${id}: expected an area and two digits, such as st-06`);
    if (all[index + 1]?.id === id) throw new Error(`${id}: two breaks have this id`);
  }
  return all;
};
