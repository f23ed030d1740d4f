import type { IncomingMessage } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { giveWay } from '../../runtime/machine-time.ts';
import { JsonTooComplex, jsonCount, jsonLimits, parseJson } from '../../text/read-json.ts';
import { BodyTooLarge } from './body-limit.ts';

/**
 * Limits of a document that holds lists of things: an order in it is two levels further down, and has several values that
 * were a JSON of their own.
 */
const memberLimits = { levels: jsonLimits.levels + 4, values: jsonLimits.values * 4 };

/** The longest text of one thing of a list, and of everything outside of lists, in characters. */
const longestMember = 8 * 2 ** 20;

/** Most values at the top, and in all lists together. */
const mostAtTop = 1_000;
const mostMembers = 500_000;

/** Things are read together until their text is this long, in characters: about a millisecond of work. */
const longestGroup = 64 * 2 ** 10;

/**
 * The JSON of a large body, which is read while it arrives, in slices, so that other requests are answered meanwhile.
 * Undefined if the body is empty. @throws BodyTooLarge, JsonTooComplex, SyntaxError, after all of the body has come
 */
export const readLargeJson = async (request: IncomingMessage, mostBytes: number): Promise<unknown> => {
  const decoder = new StringDecoder();
  let reader: ReturnType<typeof createJsonReader> | undefined = createJsonReader();
  let size = 0;
  let refusal: unknown;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) reader = undefined;
    try {
      const isFirst = size === chunk.length;
      const text = decoder.write(chunk);
      reader?.add(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text);
    } catch (error) {
      reader = undefined;
      refusal = error;
    }
    await giveWay();
  }
  if (size > mostBytes) throw new BodyTooLarge();
  if (!reader) throw refusal;
  reader.add(decoder.end());
  return reader.end();
};

/** A list or an object of the top, while it is read. */
interface Part {
  readonly opening: '[' | '{';
  /** The text of the last things, which are not read yet. */
  text: string;
  readonly things: unknown[];
  readonly entries: [string, unknown][];
}

/** Reads a JSON text that comes in pieces. */
export const createJsonReader = () => {
  const count = jsonCount(memberLimits);
  const parts: Part[] = [];
  let open: Part | undefined;
  /** The text without its parts: `[0]` stands for the first part. */
  let outline = '';
  let atTop = 0;
  let members = 0;

  const put = (text: string): void => {
    if (open) open.text += text;
    else outline += text;
    if ((open?.text ?? outline).length > longestMember + longestGroup)
      throw new JsonTooComplex('the JSON has a value that is too long');
  };

  const begin = (opening: Part['opening']): void => {
    outline += `[${parts.length}]`;
    open = { opening, text: '', things: [], entries: [] };
    parts.push(open);
    countAtTop();
  };

  const end = (part: Part, closing: string): void => {
    if ((part.opening === '[') !== (closing === ']')) throw new SyntaxError(`Unexpected token '${closing}'`);
    if (part.text.trim() !== '' || part.things.length + part.entries.length > 0) readGroup(part);
    open = undefined;
  };

  const countAtTop = (): void => {
    if (++atTop > mostAtTop) throw new JsonTooComplex(`the JSON has too many values at its top: at most ${mostAtTop}`);
    count.countAnew();
  };

  const countMember = (part: Part): void => {
    if (++members > mostMembers) throw new JsonTooComplex(`the JSON has too many values: at most ${mostMembers}`);
    count.countAnew();
    if (part.text.length >= longestGroup) readGroup(part);
    else part.text += ',';
  };

  /** What to do with a mark, after the text before it was put. */
  const take = (mark: string, level: number): void => {
    if (open && level === 1) end(open, mark);
    else if (open && level === 2 && mark === ',') countMember(open);
    else if (!open && level === 2 && (mark === '[' || mark === '{')) begin(mark);
    else {
      if (!open) countAtTop();
      put(mark);
    }
  };

  return {
    add: (piece: string): void => {
      let from = 0;
      for (let at = count.next(piece, 0); at >= 0; at = count.next(piece, at + 1)) {
        // Deeper marks belong to the text of one thing.
        if (open && count.level() > 2) continue;
        put(piece.slice(from, at));
        take(piece.charAt(at), count.level());
        from = at + 1;
      }
      put(piece.slice(from));
    },
    /** The whole value; undefined if there was no text. */
    end: (): unknown => {
      if (open) throw new SyntaxError('Unexpected end of JSON input');
      if (outline.trim() === '') return undefined;
      return withParts(parseJson(outline), parts.map(partValue));
    },
  };
};

/** Reads the text of a part; there must be something in it. */
const readGroup = (part: Part): void => {
  const group = parseJson(part.opening === '[' ? `[${part.text}]` : `{${part.text}}`) as object;
  const entries = Object.entries(group);
  if (entries.length === 0) throw new SyntaxError("Unexpected token ','");
  part.text = '';
  for (const entry of entries) {
    if (part.opening === '[') part.things.push(entry[1]);
    else part.entries.push(entry);
  }
};

const partValue = ({ opening, things, entries }: Part): unknown =>
  opening === '[' ? things : Object.fromEntries(entries);

const withParts = (outline: unknown, parts: readonly unknown[]): unknown => {
  const whole = (value: unknown): unknown => (Array.isArray(value) ? parts[value[0]] : value);
  if (Array.isArray(outline)) return outline.map(whole);
  if (typeof outline !== 'object' || outline === null) return outline;
  return Object.fromEntries(Object.entries(outline).map(([name, value]) => [name, whole(value)]));
};
