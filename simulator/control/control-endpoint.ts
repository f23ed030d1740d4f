import type { ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Endpoint } from '../http/call/endpoint.ts';
import type { Frozen } from '../inspection/frozen.ts';

/** One call of the control API as its endpoint sees it: everything checked. */
export interface ControlCall<Path, Query, Body> {
  /** Of the process: an endpoint about one merchant asks for the merchant's own. */
  readonly context: Context;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** What links to this gateway start with, without a slash at the end. */
  readonly origin: string;
  /** Every call of the merchant API and of its page. */
  readonly calls: readonly Endpoint[];
  /** Every endpoint of the control API. */
  readonly endpoints: readonly ControlEndpoint[];
  /** `Last-Event-ID`, where the caller comes back to a stream. */
  readonly lastEventId: string | undefined;
}

export type Tag = 'merchants' | 'clock' | 'orders' | 'callbacks' | 'journal' | 'cards' | 'state' | 'service';

/** What goes out as it is, where the answer is no JSON. */
export interface RawAnswer {
  readonly contentType: string;
  readonly text?: string;
  readonly bytes?: Buffer;
  /** Writes on until the other side goes away. */
  readonly stream?: (response: ServerResponse) => void;
}

/**
 * One endpoint of the control API as data: what checks a call is what documents it. `answer`: the schema of the JSON that
 * comes back, the type of the text where it is no JSON, or `nothing` for HTTP 204.
 */
export interface ControlEndpoint<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType | { readonly contentType: string } | 'nothing' =
    | z.ZodType
    | { readonly contentType: string }
    | 'nothing',
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /sandbox, with names in braces. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly pathFields?: Path;
  readonly query?: Query;
  readonly body?: Body;
  /** The body holds all of a merchant: it may be large. */
  readonly isLarge?: true;
  readonly answer: Answer;
  /** Of an answer that went well; 200 by default. */
  readonly status?: 200 | 201;
  /** Answers everybody, wherever the gateway listens. */
  readonly isOpen?: true;
  handle(call: ControlCall<z.output<Path>, z.output<Query>, z.output<Body>>): Promise<AnswerOf<Answer>>;
}

type AnswerOf<Answer> = Answer extends z.ZodType
  ? Frozen<z.input<Answer>>
  : Answer extends 'nothing'
    ? undefined
    : Answer extends { readonly contentType: string }
      ? RawAnswer
      : never;

/** Describes an endpoint; the handler's types follow from the schemas. */
export const controlEndpoint = <
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  const Answer extends z.ZodType | { readonly contentType: string } | 'nothing',
>(
  endpoint: ControlEndpoint<Path, Query, Body, Answer>,
): ControlEndpoint => endpoint as ControlEndpoint;
