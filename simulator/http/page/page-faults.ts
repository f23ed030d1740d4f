import type { OutgoingHttpHeaders } from 'node:http';
import type { RouterContext } from '@koa/router';
import type { Context } from '../../context.ts';
import { type Fault, preventsWork } from '../../domain/fault.ts';
import { contextOfOrder } from '../../own-context.ts';
import { askingParameters } from '../../scenario-engine/choice/asking-parameters.ts';
import type { FindFault } from '../call/faults.ts';
import { sendFaulty } from '../call/send-fault.ts';
import { readForAll } from '../read/read-parameters.ts';
import { orderOfPage } from './order-of-page.ts';
import type { Visit } from './page-request.ts';
import { redirect } from './redirect.ts';

export type ShowPage = (visit: Visit) => Promise<void> | void;

/** Makes a page's answer, and says what goes wrong with it. */
export type FaultyPage = (visit: Visit) => Promise<Fault | undefined>;

/** Lets a page go wrong as calls of the API do; `on` is what scenarios call it. A page that none speaks of costs a look at their names. */
export const faultyPages =
  (process: Context, findFault: FindFault): ((on: string, show: ShowPage) => FaultyPage) =>
  (on, show) =>
  async (visit) => {
    const parameters = await readForAll(visit.req);
    // Any name of an order will do, because the page may have it in a message.
    const finding = findFault({
      on,
      asking: askingParameters,
      read: (name) => (name === 'orderId' ? orderOfPage(parameters) : undefined),
    });
    const fault = finding && (await finding);
    if (!fault || !preventsWork(fault)) await show(visit);
    if (fault?.delay) await (await contextOfOrder(process, orderOfPage(parameters))).clock.sleep(fault.delay.fromMs);
    if (fault?.answer?.kind !== 'error-code') return fault;
    backToPage(visit);
    return undefined;
  };

/** The same as a page that Koa serves. */
export type MaySpoil = (on: string, show: ShowPage) => (ctx: RouterContext) => Promise<void>;

export const pageSpoiler = (process: Context, findFault: FindFault): MaySpoil => {
  const faulty = faultyPages(process, findFault);
  return (on, show) => {
    const makePage = faulty(on, show);
    return async (ctx) => {
      const fault = await makePage(ctx);
      if (fault) await send(ctx, fault);
    };
  };
};

/** A form has no code to show: it comes back as it was. */
const backToPage = (visit: Visit): void => redirect(visit, visit.req.url ?? '/', 303);

/** Sends what the handler made, as the fault has it, past Koa. */
const send = (ctx: RouterContext, fault: Fault): Promise<void> => {
  const { status, body } = ctx;
  const headers = ctx.response.headers as OutgoingHttpHeaders;
  for (const name of Object.keys(headers)) ctx.remove(name);
  ctx.respond = false;
  return sendFaulty(ctx.res, { status, headers, body: isSent(body) ? body : '' }, fault);
};

const isSent = (body: unknown): body is string | Buffer => typeof body === 'string' || Buffer.isBuffer(body);
