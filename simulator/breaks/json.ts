import { breaksSince, type ChangeReply, type Json, type Reply } from './break.ts';
import { everydayCalls as calls, lastOrders, shopCalls, status } from './calls.ts';
import { cannotRead } from './http.ts';
import { rewriteJson, rewriteText } from './parts.ts';

const body =
  (change: (text: string) => string): ChangeReply =>
  (reply) => ({ ...reply, body: Buffer.from(change(reply.body.toString())) });

/** Changes every value of a document, from the inside out. */
const everyValue =
  (change: (value: Json) => Json) =>
  (value: Json): Json => {
    if (Array.isArray(value)) return change(value.map(everyValue(change)));
    if (value === null || typeof value !== 'object') return change(value);
    const fields = Object.entries(value).map(([name, inner]) => [name, everyValue(change)(inner)]);
    return change(Object.fromEntries(fields));
  };

const everyKey = (change: (name: string) => string) =>
  everyValue((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [change(name), inner]))
      : value,
  );

const reversed = everyValue((value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value,
);

/** Numbers outside of texts. */
const numbers = /(?<=[:,[])-?\d+(?=[,}\]])/g;
const cyrillic = /[\u0400-\u04ff]/g;

/** One byte a letter, as windows-1251 has the Russian ones. */
const inWindows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f;
    }),
  );

const hasCyrillic = (reply: Reply) => /[\u0400-\u04ff]/.test(reply.body.toString());

/** What is wrong with the text of JSON. */
export const jsonBreaks = breaksSince('0.1.0', {
  'js-01': {
    calls,
    does: 'begins its answers with a byte order mark',
    harm: 'A shop whose reader of JSON does not skip the mark can read no answer.',
    reply: body((text) => `\ufeff${text}`),
  },
  'js-02': {
    calls: status,
    does: 'writes Cyrillic letters in windows-1251',
    harm: 'The shop cannot read the status of any order with Russian letters.',
    reply: (reply) => (hasCyrillic(reply) ? { ...reply, body: inWindows1251(reply.body.toString()) } : reply),
  },
  'js-03': {
    calls,
    does: 'names each field twice, with nonsense first',
    harm: 'A shop whose reader of JSON takes the first of two fields reads nonsense.',
    equivalent: 'The readers of JSON in JavaScript, PHP, Python and Go take the last of two fields.',
    reply: rewriteText((text) => text.replace(/^\{"(\w+)"/, '{"$1":"nonsense","$1"')),
  },
  'js-04': {
    calls: [...status, ...lastOrders],
    does: 'writes numbers with an exponent',
    harm: 'A shop with whole numbers for sums cannot read the status.',
    reply: rewriteText((text) =>
      text.replace(/(?<=mount":)(\d)(\d+)(?=[,}])/g, (_, one, more) => `${one}.${more}e${more.length}`),
    ),
  },
  'js-05': {
    calls: status,
    does: 'writes NaN for numbers',
    harm: 'The shop cannot read the status of any order.',
    reply: rewriteText((text) => text.replace(numbers, 'NaN')),
  },
  'js-06': {
    calls,
    does: 'writes a warning after the JSON',
    harm: cannotRead,
    reply: body((text) => `${text}\nWarning: the disk is almost full`),
  },
  'js-07': {
    calls,
    does: 'begins the names of all fields with a capital letter',
    harm: 'The shop finds no field in any answer, and no customer can pay.',
    reply: rewriteJson(everyKey((name) => name.charAt(0).toUpperCase() + name.slice(1))),
  },
  'js-08': {
    calls,
    does: 'writes the names of all fields in small letters',
    harm: 'The shop finds neither orderId nor orderStatus, and no customer can pay.',
    reply: rewriteJson(everyKey((name) => name.toLowerCase())),
  },
  'js-09': {
    calls,
    does: 'writes the names of all fields with underscores',
    harm: 'The shop finds neither orderId nor orderStatus, and no customer can pay.',
    reply: rewriteJson(everyKey((name) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
  },
  'js-11': {
    calls: status,
    does: 'writes lists for objects without fields',
    harm: 'A shop with strict types cannot read the status of a paid order.',
    reply: rewriteJson(
      everyValue((value) =>
        value !== null && typeof value === 'object' && Object.keys(value).length === 0 ? [] : value,
      ),
    ),
  },
  'js-12': {
    calls,
    does: 'spreads its JSON over many lines',
    harm: 'A shop that looks for `"errorCode":"0"` in the text does not find it.',
    equivalent: 'It is the same JSON, and a shop has to read it as such.',
    reply: rewriteText((text) => JSON.stringify(JSON.parse(text), null, 2)),
  },
  'js-13': {
    calls,
    does: 'writes texts in single quotes',
    harm: cannotRead,
    reply: rewriteText((text) => text.replaceAll('"', "'")),
  },
  'js-14': {
    calls,
    does: 'wraps its JSON into a call of a function',
    harm: cannotRead,
    reply: rewriteText((text) => `callback(${text});`),
  },
  'js-15': {
    calls,
    does: 'writes its JSON as a text in JSON',
    harm: 'The shop reads a text in which it finds no field, and no customer can pay.',
    reply: rewriteJson((answer) => JSON.stringify(answer)),
  },
  'js-16': {
    calls: status,
    does: 'writes letters outside ASCII as \\u and four digits',
    harm: 'A shop that does not read JSON properly shows digits in place of letters.',
    equivalent: 'It is the same JSON, and every reader of JSON knows it.',
    reply: rewriteText((text) =>
      text.replace(cyrillic, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
  },
  'js-17': {
    calls,
    does: 'writes the fields in the opposite order',
    harm: 'A shop that reads answers by position reads the wrong fields.',
    equivalent: 'The fields of a JSON object have no order.',
    reply: rewriteJson(reversed),
  },
  'js-18': {
    calls,
    does: 'answers in XML',
    harm: cannotRead,
    reply: body(() => '<?xml version="1.0"?><answer><errorCode>0</errorCode></answer>'),
  },
  'js-19': {
    calls,
    does: 'ends its JSON in the middle, as if that were all',
    harm: cannotRead,
    reply: body((text) => text.slice(0, text.length / 2)),
  },
  'js-20': {
    calls: status,
    does: 'writes whole numbers with a decimal point',
    harm: 'A shop with whole numbers for sums cannot read the status.',
    reply: rewriteText((text) => text.replace(/(?<=mount":)\d+(?=[,}])/g, '$&.0')),
  },
  'js-21': {
    calls,
    does: 'puts a blank after every text',
    harm: 'A shop that compares errorCode with "0" takes every answer for an error.',
    reply: rewriteJson(everyValue((value) => (typeof value === 'string' ? `${value} ` : value))),
  },
  'js-22': {
    calls,
    does: 'writes a byte into its texts that is no UTF-8',
    harm: 'A shop with a strict reader of JSON can read no answer.',
    reply: (reply) => {
      const place = reply.body.indexOf('":"') + 3;
      return {
        ...reply,
        body: Buffer.concat([reply.body.subarray(0, place), Buffer.from([0xff]), reply.body.subarray(place)]),
      };
    },
  },
  'js-23': {
    calls,
    does: 'ends its JSON with a zero byte',
    harm: 'A shop with a strict reader of JSON can read no answer.',
    reply: body((text) => `${text}\0`),
  },
  'js-24': {
    calls,
    does: 'writes each answer twice, one after the other',
    harm: cannotRead,
    reply: body((text) => text + text),
  },
  'js-25': {
    calls,
    does: 'writes its JSON in UTF-16',
    harm: cannotRead,
    reply: (reply) => ({ ...reply, body: Buffer.from(reply.body.toString(), 'utf16le') }),
  },
  'js-26': {
    calls: status,
    does: 'leaves empty lists out',
    harm: 'A shop that walks the lists without a check stops with an error.',
    reply: rewriteText((text) => text.replace(/,"\w+":\[\](?=[,}])/g, '')),
  },
  'js-27': {
    calls: status,
    does: 'writes all numbers as texts',
    harm: 'A shop that compares orderStatus with the number 2 takes no order for paid.',
    reply: rewriteJson(everyValue((value) => (typeof value === 'number' ? String(value) : value))),
  },
  'js-28': {
    calls: status,
    does: 'writes 0 and 1 for false and true',
    harm: 'A shop with strict types cannot read the status.',
    reply: rewriteJson(everyValue((value) => (typeof value === 'boolean' ? Number(value) : value))),
  },
  'js-29': {
    calls,
    does: 'ends each list of fields with a comma',
    harm: cannotRead,
    reply: rewriteText((text) => text.replace(/\}$/, ',}')),
  },
  'js-30': {
    calls: shopCalls,
    does: 'answers with an object without fields',
    harm: 'The shop reads neither a success nor a refusal, and does not know whether its call was carried out.',
    reply: rewriteJson(() => ({})),
  },
});
