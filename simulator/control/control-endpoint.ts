import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Endpoint } from '../http/call/endpoint.ts';
import type { Frozen } from '../inspection/frozen.ts';

/** One call of the control API, checked. */
export interface ControlCall<Path, Query, Body> {
  /** The context of the process; `contextOf` finds that of a merchant. */
  readonly context: Context;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** The start of every link to this gateway, without a slash at the end. */
  readonly origin: string;
  /** Every call of the merchant API and of its page. */
  readonly calls: readonly Endpoint[];
  /** Every endpoint of the control API. */
  readonly endpoints: readonly ControlEndpoint[];
  /** What stays the same while the process runs, made by the first call that asks for it. */
  readonly once: <Thing extends object>(name: string, make: () => Thing) => Thing;
  /** The header `Last-Event-ID` of a caller that returns to a stream. */
  readonly lastEventId: string | undefined;
}

export type Tag = 'merchants' | 'clock' | 'orders' | 'callbacks' | 'journal' | 'cards' | 'state' | 'service';

/** An answer that is not JSON. */
export interface RawAnswer {
  readonly contentType: string;
  readonly text?: string;
  readonly bytes?: Buffer;
  /** Writes until the client disconnects. It may throw before it writes. */
  readonly stream?: (response: ServerResponse) => void;
}

/** The schema of a JSON answer, the media type of any other, or `nothing` for HTTP 204. */
type AnswerKind = z.ZodType | { readonly contentType: string } | 'nothing';

/** One endpoint of the control API as data: the same schemas check a call and document it. */
export interface ControlEndpoint<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends AnswerKind = AnswerKind,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /sandbox, with names in braces. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly summaryInRussian: string;
  readonly pathFields?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** The body holds all of a merchant: it may be large. */
  readonly isLarge?: true;
  /** The body may name a card, which is not kept. */
  readonly takesCard?: true;
  readonly answer: Answer;
  /** The HTTP status of success; 200 by default. */
  readonly status?: 200 | 201;
  /** Needs no token, on any address. */
  readonly isOpen?: true;
  /** The pages of the gateway need no token. */
  readonly isForOwnPages?: true;
  handle(call: ControlCall<z.output<Path>, z.output<Query>, z.output<Body>>): Promise<AnswerOf<Answer>>;
}

type AnswerOf<Answer> = Answer extends z.ZodType
  ? Frozen<z.input<Answer>>
  : Answer extends 'nothing'
    ? undefined
    : RawAnswer;

/** Describes an endpoint; the handler's types follow from the schemas. */
export const controlEndpoint = <
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  const Answer extends AnswerKind,
>(
  endpoint: ControlEndpoint<Path, Query, Body, Answer>,
): ControlEndpoint => endpoint as ControlEndpoint;
