import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import type { Middleware, ParameterizedContext } from 'koa';
import type { Context } from '../../context.ts';
import { contextOfOrder } from '../../own-context.ts';
import { countRequest } from '../../runtime/metrics.ts';
import type { Surface } from '../../store/journal/journal.ts';
import { StoreUnavailable } from '../../store/store-error.ts';
import { isWatched, keepExchange } from '../call/keep-exchange.ts';
import { largestBody } from '../read/body-limit.ts';
import { joinParameters, type Parameters } from '../read/parameters.ts';
import { hasBody } from '../read/read-parameters.ts';
import { orderOfPage } from './order-of-page.ts';

/** Counts what a browser asks of the card page and of the issuer's page, and writes it into the journal; of a page its address, not its text. */
export const recordPages = (context: Context): Middleware => {
  const counts = { page: context.metrics.requests('page'), acs: context.metrics.requests('acs'), api: undefined };
  return async (ctx, next) => {
    const surface = surfaceOf(context, ctx.path);
    if (!surface) return next();
    const count = counts[surface];
    if (count) ctx.res.once('finish', () => countRequest(count, ctx.res.statusCode));
    if (!isWatched(context)) return next();
    const startMs = context.clock.now();
    const body = collect(ctx.req);
    try {
      await next();
      await record(context, ctx, { surface, startMs, httpStatus: ctx.status, body: body() });
    } catch (error) {
      await record(context, ctx, { surface, startMs, httpStatus: 500, body: body() });
      throw error;
    }
  };
};

/** Undefined: nothing that the journal is about. */
const surfaceOf = ({ bank }: Context, path: string): Surface | undefined => {
  if (path.includes('/assets/')) return undefined;
  if (path.startsWith('/acs/') || path.startsWith('/3dsserver/')) return 'acs';
  return path.startsWith(`${bank.basePath}/`) ? 'page' : undefined;
};

/** Listens to a form while somebody else reads it. */
const collect = (request: IncomingMessage): (() => string) => {
  const chunks: Buffer[] = [];
  let size = 0;
  if (hasBody(request) && /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? ''))
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
    });
  return () => Buffer.concat(chunks).toString();
};

interface Served {
  readonly surface: Surface;
  readonly startMs: number;
  readonly httpStatus: number;
  readonly body: string;
}

const record = async (
  context: Context,
  ctx: ParameterizedContext,
  { surface, startMs, httpStatus, body }: Served,
): Promise<void> => {
  const parameters = joinParameters(fieldsOf(ctx.querystring), fieldsOf(body));
  const own = await contextOfOrder(context, orderOfPage(parameters)).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return context;
    throw error;
  });
  const contentType = String(ctx.response.get('Content-Type') ?? '');
  keepExchange(context, {
    atMs: own.clock.now(),
    tookMs: context.clock.now() - startMs,
    merchant: own.login,
    surface,
    method: ctx.method,
    path: Buffer.from(ctx.path).toString(),
    parameters,
    httpStatus,
    contentType,
    answer: httpStatus >= 300 && httpStatus < 400 ? `Location: ${ctx.response.get('Location')}` : '',
  });
};

const fieldsOf = (text: string): Parameters => parse(text) as Parameters;
