/** One message of a `text/event-stream`. */
export interface StreamMessage {
  /** `message` where the server gives no type. */
  readonly type: string;
  /** Absent where it says nothing but an id, which a browser keeps to itself. */
  readonly data?: string;
  /** What a client that comes back sends as `Last-Event-ID`: the last id that was said, perhaps by an earlier message. */
  readonly lastId: string;
}

/** What the lines since the last empty one have said. */
interface Heard {
  readonly type?: string;
  readonly data?: readonly string[];
  readonly id?: string;
}

/**
 * The messages of a `text/event-stream`, whose text may be cut anywhere. What was begun and not ended is not a message.
 * `lastId`: the id that an earlier stream ended with. Source: WHATWG HTML, server-sent events.
 */
export async function* readEventStream(chunks: AsyncIterable<string>, lastId = ''): AsyncGenerator<StreamMessage> {
  let id = lastId;
  let heard: Heard = {};
  for await (const line of linesOf(chunks)) {
    if (line !== '') {
      heard = { ...heard, ...saidBy(line, heard) };
      continue;
    }
    const { type, data, id: said } = heard;
    id = said ?? id;
    if (data || said !== undefined)
      yield { type: type || 'message', ...(data && { data: data.join('\n') }), lastId: id };
    heard = {};
  }
}

const saidBy = (line: string, { data = [] }: Heard): Heard => {
  const [name, value] = fieldOf(line);
  if (name === 'data') return { data: [...data, value] };
  if (name === 'event') return { type: value };
  return name === 'id' && !value.includes('\0') ? { id: value } : {};
};

/** `name: value`; a comment has no name, and of blanks only the first one after the colon is none of the value. */
const fieldOf = (line: string): readonly [name: string, value: string] => {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
};

/** Lines end in CR, LF, or both, which may come apart; what follows the last end is no line. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let isAfterCr = false;
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    const lines = (rest + (isAfterCr ? chunk.replace(/^\n/, '') : chunk)).split(/\r\n|\n|\r/);
    isAfterCr = chunk.endsWith('\r');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
