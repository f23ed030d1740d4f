/** One message of a `text/event-stream`. */
export interface StreamMessage {
  /** `message` if the server sends no type. */
  readonly type: string;
  /** Absent if the server sends an id only; browsers do not dispatch such a message. */
  readonly data?: string;
  /** The last id so far, perhaps of an earlier message; a client sends it as `Last-Event-ID` when it reconnects. */
  readonly lastId: string;
}

/** The fields since the last empty line. */
interface Fields {
  readonly type?: string;
  readonly data?: readonly string[];
  readonly id?: string;
}

/**
 * The messages of a `text/event-stream`, whose text may be cut anywhere. An unfinished message is dropped.
 * `lastId`: the id that an earlier stream ended with. Source: WHATWG HTML, server-sent events.
 */
export async function* readEventStream(chunks: AsyncIterable<string>, lastId = ''): AsyncGenerator<StreamMessage> {
  let id = lastId;
  let fields: Fields = {};
  for await (const line of linesOf(chunks)) {
    if (line !== '') {
      fields = { ...fields, ...readLine(line, fields) };
      continue;
    }
    const { type, data, id: newId } = fields;
    id = newId ?? id;
    if (data || newId !== undefined)
      yield { type: type || 'message', ...(data && { data: data.join('\n') }), lastId: id };
    fields = {};
  }
}

const readLine = (line: string, { data = [] }: Fields): Fields => {
  const [name, value] = fieldOf(line);
  if (name === 'data') return { data: [...data, value] };
  if (name === 'event') return { type: value };
  return name === 'id' && !value.includes('\0') ? { id: value } : {};
};

/** `name: value`; a comment has no name, and one blank after the colon does not belong to the value. */
const fieldOf = (line: string): readonly [name: string, value: string] => {
  const colon = line.indexOf(':');
  if (colon < 0) return [line, ''];
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
};

/** Lines end in CR, LF, or both, which may arrive in two chunks; an unfinished line is dropped. */
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
