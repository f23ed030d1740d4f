import type { ParameterizedContext } from 'koa';
import type { Reply } from './reply.ts';

/** Answers a request of Koa with a reply that has no fault. */
export const replyByKoa = (ctx: ParameterizedContext, { status, headers, body }: Reply): void => {
  ctx.status = status;
  for (const [name, value] of Object.entries(headers)) ctx.set(name, String(value));
  ctx.body = body;
};
