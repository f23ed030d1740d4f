import { z } from 'zod';

const comment = { comment: z.string().optional() };

const pair = z.strictObject({ name: z.string(), value: z.string(), ...comment });

const cookie = pair.extend({
  path: z.string().optional(),
  domain: z.string().optional(),
  expires: z.iso.datetime({ offset: true }).optional(),
  httpOnly: z.boolean().optional(),
  secure: z.boolean().optional(),
});

/** Bytes; -1: not known. */
const size = z.int().min(-1);

const ms = z.number().min(0);

const postData = z
  .strictObject({ mimeType: z.string(), params: z.array(pair).optional(), text: z.string().optional(), ...comment })
  .refine(({ params, text }) => (params === undefined) !== (text === undefined), {
    error: 'params and text exclude each other',
  });

const request = z.strictObject({
  method: z.string().min(1),
  url: z.url(),
  httpVersion: z.string().min(1),
  cookies: z.array(cookie),
  headers: z.array(pair),
  queryString: z.array(pair),
  postData: postData.optional(),
  headersSize: size,
  bodySize: size,
  ...comment,
});

const response = z.strictObject({
  status: z.int(),
  statusText: z.string(),
  httpVersion: z.string().min(1),
  cookies: z.array(cookie),
  headers: z.array(pair),
  content: z.strictObject({
    size: z.int().min(0),
    compression: z.int().optional(),
    mimeType: z.string().min(1),
    text: z.string().optional(),
    encoding: z.string().optional(),
    ...comment,
  }),
  redirectURL: z.string(),
  headersSize: size,
  bodySize: size,
  ...comment,
});

/** -1: does not apply. */
const phase = z.number().min(-1).optional();

const timings = z.strictObject({
  blocked: phase,
  dns: phase,
  connect: phase,
  send: ms,
  wait: ms,
  receive: ms,
  ssl: phase,
  ...comment,
});

const entry = z
  .strictObject({
    pageref: z.string().optional(),
    startedDateTime: z.iso.datetime({ offset: true }),
    time: ms,
    request,
    response,
    cache: z.strictObject({ ...comment }),
    timings,
    serverIPAddress: z.string().optional(),
    connection: z.string().optional(),
    ...comment,
  })
  .refine(({ time, timings: { send, wait, receive } }) => time === send + wait + receive, {
    error: 'time is the sum of its phases',
  });

const program = z.strictObject({ name: z.string(), version: z.string(), ...comment });

/** An HTTP Archive with nothing that the specification does not name. Source: HAR 1.2 specification. */
export const harSchema = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: program,
    browser: program.optional(),
    entries: z.array(entry),
    ...comment,
  }),
});
