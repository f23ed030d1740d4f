import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { breaks } from '../../breaks/all.ts';
import { breakReaction, breakRequest, callAt } from '../../breaks/apply.ts';
import type { Break, Reply as BreakReply, Memory, ShopRequest } from '../../breaks/break.ts';
import type { MerchantContext } from '../../context.ts';
import { eachBreak, type MerchantBreak } from '../../domain/merchant-break.ts';
import { breakNamed, countBreak, keepOfBreak, noteWouldChange } from '../../merchants/breaks.ts';
import type { OpenRequest } from '../open-request.ts';
import type { Parameters } from '../read/parameters.ts';
import { sentBody } from '../read/read-parameters.ts';
import type { Reply } from '../reply.ts';

/**
 * A request of a merchant whose gateway is broken: what the gateway takes it for, or the answer in its place; undefined if
 * it is served as it came. The change of the answer is left in the record, for the pipeline.
 */
export const meetBreak = async (
  context: MerchantContext,
  own: MerchantBreak,
  open: OpenRequest,
): Promise<OpenRequest | Reply | undefined> => {
  const { merchant, store, bank } = context;
  const { record } = open;
  const request = requestOf(open);
  const call = callAt(request.url, bank.basePath);
  const memory: Memory = { password: merchant.password, kept: new Map(Object.entries(own.kept ?? {})) };
  if (own.id === eachBreak) {
    const rows = breaks.filter(({ calls }) => calls.includes(call));
    const changing = rows.filter((row) => asksOtherwise(row, request, memory));
    record.change = async (reply) => {
      const given = toBreak(reply);
      const others = rows.filter((row) => reacted(row, given, request, memory) !== given);
      await keepMemory(context, own, memory);
      await noteWouldChange(
        store,
        merchant,
        [...changing, ...others].map(({ id }) => id),
      );
      return reply;
    };
    return undefined;
  }
  const row = breakNamed(own.id);
  if (!row?.calls.includes(call)) return undefined;
  const brokenBy = { id: row.id, sentence: row.does };
  const asked = asksOtherwise(row, request, memory);
  record.change = async (reply) => {
    const given = toBreak(reply);
    const changed = reacted(row, given, request, memory);
    await keepMemory(context, own, memory);
    const hasChanged = asked !== undefined || changed !== given;
    await countBreak(store, merchant, hasChanged);
    if (hasChanged) record.brokenBy = brokenBy;
    return changed === given ? reply : fromBreak(reply, changed);
  };
  if (!asked) return undefined;
  return 'status' in asked ? fromBreak(nothing, asked) : openAgain(context, open, asked, request);
};

const requestOf = ({ request, method, path }: OpenRequest): ShopRequest => {
  const { url = '', headers } = request;
  const query = url.indexOf('?');
  return {
    method,
    url: query < 0 ? path : path + url.slice(query),
    contentType: headers['content-type'] ?? '',
    body: sentBody(request) ?? Buffer.alloc(0),
  };
};

/** What the broken gateway takes a request for; undefined if that is the request. */
const asksOtherwise = (row: Break, request: ShopRequest, memory: Memory): ShopRequest | BreakReply | undefined => {
  const asked = unlessLost(() => breakRequest(row, request, memory), request);
  return 'status' in asked || !isSame(request, asked) ? asked : undefined;
};

const reacted = (row: Break, reply: BreakReply, request: ShopRequest, memory: Memory): BreakReply =>
  unlessLost(() => breakReaction(row, reply, request, memory), reply);

/** A break was written for the answers of the contract; one of another shape stays as it is. */
const unlessLost = <Thing>(change: () => Thing, unchanged: Thing): Thing => {
  try {
    return change();
  } catch {
    return unchanged;
  }
};

/** Whether two requests say the same, however they spell it. */
const isSame = (one: ShopRequest, other: ShopRequest): boolean =>
  one.method === other.method && addressIn(one) === addressIn(other) && contentIn(one) === contentIn(other);

const addressIn = ({ url }: ShopRequest): string => {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return `${path}?${new URLSearchParams(query)}`;
};

const contentIn = ({ contentType, body }: ShopRequest): string => {
  const text = body.toString();
  if (contentType.startsWith('application/x-www-form-urlencoded')) return String(new URLSearchParams(text));
  return contentType.startsWith('application/json') ? jsonContent(text) : text;
};

/** However JSON is spelt; a shop may send what is none. */
const jsonContent = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
};

const keepMemory = async ({ store, merchant }: MerchantContext, { id, kept }: MerchantBreak, memory: Memory) => {
  if (memory.kept.size > Object.keys(kept ?? {}).length)
    await keepOfBreak(store, merchant.login, id, Object.fromEntries(memory.kept));
};

/** The answer as a break knows it: names in lower case. */
const toBreak = ({ status, headers, body }: Reply): BreakReply => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
  body: Buffer.from(body),
});

/** The answer of a broken gateway; its delay or its cut by a scenario stays. */
const fromBreak = ({ fault }: Reply, { status, headers, body, reset }: BreakReply): Reply => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [withCapitals(name), value])),
  body: body.toString(),
  bytes: body,
  ...(reset && { reset }),
  ...(fault && { fault }),
});

const nothing: Reply = { status: 200, headers: {}, body: '' };

const withCapitals = (name: string): string => name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());

/** The request as the gateway takes it, to be read once more. Its login and its signature are known already. */
const openAgain = (
  { requestIdOf }: MerchantContext,
  open: OpenRequest,
  asked: ShopRequest,
  sent: ShopRequest,
): OpenRequest => {
  const { request, record } = open;
  const { 'content-encoding': _, 'transfer-encoding': __, ...headers } = request.headers;
  // Parts of a multipart body are read as they come, so that its bytes are gone.
  const isGone = /^multipart\//i.test(sent.contentType) && asked.body === sent.body;
  const body = isGone ? Buffer.from(formOf(record.parameters)) : asked.body;
  const again = Object.assign(Readable.from(body.length > 0 ? [body] : []), {
    method: asked.method,
    url: asked.url,
    headers: {
      ...headers,
      'content-type': isGone ? 'application/x-www-form-urlencoded' : sent.contentType,
      'content-length': String(body.length),
      'x-request-id': requestIdOf(request),
    },
    socket: request.socket,
  });
  return {
    ...open,
    request: again as unknown as IncomingMessage,
    path: asked.url.replace(/\?.*$/s, ''),
    isMisread: true,
  };
};

const formOf = (parameters: Parameters): string =>
  String(
    new URLSearchParams(
      Object.entries(parameters).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one] as [string, string]),
      ),
    ),
  );
