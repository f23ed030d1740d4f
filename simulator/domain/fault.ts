/** What becomes of an answer on its way to who called. `drop`: the connection is closed in its place. */
export type SpoiltAnswer =
  | { readonly kind: 'error-code'; readonly code: string }
  | { readonly kind: 'http-status'; readonly status: number }
  | { readonly kind: 'malformed' | 'truncated' | 'empty' | 'drop-before' | 'drop-after' };

/** A time, or two between which one is chosen. */
export interface Delay {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Something that goes wrong between the gateway and who calls it; plain data. */
export interface Fault {
  readonly delay?: Delay;
  readonly answer?: SpoiltAnswer;
  /** Stands in place of the answer's own. */
  readonly contentType?: string;
  /** The body takes this long to arrive. */
  readonly dripMs?: number;
}

/** Whether the work of the call is not done at all. */
export const preventsWork = ({ answer }: Fault): boolean =>
  answer?.kind === 'error-code' || answer?.kind === 'http-status' || answer?.kind === 'drop-before';
