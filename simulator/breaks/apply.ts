import type { Break, Json, Memory, Reply, ShopRequest } from './break.ts';

/** The call of an address, as it is documented: `rest/register.do`; from the root if it is not below the base path. */
export const callAt = (url: string, basePath: string): string => {
  const path = url.replace(/\?.*$/, '');
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length + 1) : path;
};

/** Whether a break shows in the answer alone, whatever was asked. */
export const changesAnswers = (row: Break): boolean => 'answer' in row || 'reply' in row;

/** The answer to one of the calls of a break, after its change; the same object if nothing changes. */
export const breakReply = (row: Break, reply: Reply): Reply => {
  if ('reply' in row) return row.reply(reply);
  return 'answer' in row ? withJson(reply, (body) => void row.answer(body)) : reply;
};

/** A request for one of the calls of a break, after its change, or an answer in place of the gateway's. */
export const breakRequest = (row: Break, request: ShopRequest, memory: Memory): ShopRequest | Reply => {
  if (!('request' in row)) return request;
  const changed = row.request(request, memory);
  return 'answer' in changed ? replyInJson(changed.answer) : changed;
};

/** The answer to a request for one of the calls of a break. */
export const breakReaction = (row: Break, reply: Reply, request: ShopRequest, memory: Memory): Reply =>
  'reaction' in row ? withJson(reply, (body) => row.reaction(body, request, memory)) : breakReply(row, reply);

const replyInJson = (answer: Json): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: Buffer.from(JSON.stringify(answer)),
});

/** Changes the JSON of an answer in place, or exchanges it for what is returned. A page stays. */
const withJson = (reply: Reply, change: (body: Json) => unknown): Reply => {
  const text = reply.body.toString();
  if (!/^[{[]/.test(text)) return reply;
  const draft = JSON.parse(text) as Json;
  const written = JSON.stringify(change(draft) ?? draft);
  return written === JSON.stringify(JSON.parse(text)) ? reply : { ...reply, body: Buffer.from(written) };
};
