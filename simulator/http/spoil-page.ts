import type { OutgoingHttpHeaders } from 'node:http';
import type { RouterContext } from '@koa/router';
import type { Context } from '../context.ts';
import { type Fault, preventsWork } from '../domain/fault.ts';
import { contextOfOrder } from '../own-context.ts';
import type { FindFault } from './faults.ts';
import { orderOfPage } from './order-of-page.ts';
import { readForAll } from './read-parameters.ts';
import { redirect } from './redirect.ts';
import { sendFaulty } from './send-faulty.ts';

export type ShowPage = (ctx: RouterContext) => Promise<void> | void;

/** Lets a page go wrong as calls of the API do; `on` is what scenarios call it. */
export type MaySpoil = (on: string, show: ShowPage) => ShowPage;

/** A page that no scenario speaks of costs no more than a look at their names. */
export const pageSpoiler =
  (process: Context, findFault: FindFault): MaySpoil =>
  (on, show) =>
  async (ctx) => {
    const parameters = await readForAll(ctx.req);
    // Any name of an order will do, because the page may have it in a message.
    const finding = findFault({ on, read: (name) => (name === 'orderId' ? orderOfPage(parameters) : undefined) });
    const fault = finding && (await finding);
    if (!fault) return show(ctx);
    const { clock } = await contextOfOrder(process, orderOfPage(parameters));
    if (!preventsWork(fault)) await show(ctx);
    if (fault.delay) await clock.sleep(fault.delay.fromMs);
    return fault.answer?.kind === 'error-code' ? backToPage(ctx) : send(ctx, fault);
  };

/** A form has no code to show: it comes back as it was. */
const backToPage = (ctx: RouterContext): void => redirect(ctx, ctx.url, 303);

/** Sends what the handler made, as the fault has it, past Koa. */
const send = (ctx: RouterContext, fault: Fault): Promise<void> => {
  const { status, body } = ctx;
  const headers = ctx.response.headers as OutgoingHttpHeaders;
  for (const name of Object.keys(headers)) ctx.remove(name);
  ctx.respond = false;
  return sendFaulty(ctx.res, { status, headers, body: isSent(body) ? body : '' }, fault);
};

const isSent = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body);
