import type { CallOptions } from './call-gateway.ts';
import type { KnownEndpoint } from './endpoint.ts';

/** A method that makes one call. Rejects with a `GatewayError`. */
export type CallMethod<Input, Answer> = (input: Input, options?: CallOptions) => Promise<Answer>;

export type MakeMethod = <Input, Answer>(endpoint: KnownEndpoint<Input, Answer>) => CallMethod<Input, Answer>;
