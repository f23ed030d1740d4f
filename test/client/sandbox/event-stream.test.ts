import test from 'ava';
import { readEventStream, type StreamMessage } from '../../../client/sandbox/event-stream.ts';

const read = async (chunks: readonly string[], lastId?: string): Promise<readonly StreamMessage[]> => {
  const coming = async function* () {
    yield* chunks;
  };
  const messages: StreamMessage[] = [];
  for await (const message of readEventStream(coming(), lastId)) messages.push(message);
  return messages;
};

/** A stream with something of everything, and what it says. */
const stream = [
  ': hello',
  '',
  'id: 7',
  'event: order',
  'data: {"a":',
  'data:  1}',
  '',
  ':',
  'data',
  '',
  'data:x:y',
  'id',
  '',
  '',
].join('\n');
const messages: readonly StreamMessage[] = [
  { type: 'order', data: '{"a":\n 1}', lastId: '7' },
  { type: 'message', data: '', lastId: '7' },
  { type: 'message', data: 'x:y', lastId: '' },
];

test('messages have a type, data of one or more lines, and the last id that was said', async (t) => {
  t.deepEqual(await read([stream]), messages);
});

for (const [name, end] of [
  ['LF', '\n'],
  ['CR', '\r'],
  ['CR and LF', '\r\n'],
] as const) {
  test(`it does not matter where a stream with lines that end in ${name} is cut`, async (t) => {
    const text = stream.replaceAll('\n', end);

    for (let cut = 0; cut <= text.length; cut++)
      t.deepEqual(await read([text.slice(0, cut), text.slice(cut)]), messages, `cut at ${cut}`);
    t.deepEqual(await read(['', ...text]), messages, 'each character by itself');
    t.deepEqual(await read([...text].flatMap((one) => [one, ''])), messages, 'with empty pieces between');
  });
}

test('a message is there as soon as its empty line is, whatever comes after it', async (t) => {
  for (const end of ['\n', '\r', '\r\n']) {
    const coming = async function* () {
      yield `data: 1${end}${end}`;
      await new Promise<never>(() => {});
    };

    const { value } = await readEventStream(coming()).next();

    t.like(value, { data: '1' });
  }
});

test('what is cut off before its empty line is no message, and what says nothing but an id is one without data', async (t) => {
  t.deepEqual(await read(['id: 1\nevent: order\n\ndata: 2\n\nid: 3\ndata: 3\n']), [
    { type: 'order', lastId: '1' },
    { type: 'message', data: '2', lastId: '1' },
  ]);
  t.deepEqual(await read(['id\n\nevent: order\n\n: 1\n\n'], '1'), [{ type: 'message', lastId: '' }]);
});

test('a stream that follows another begins with its last id', async (t) => {
  t.deepEqual(await read(['data: 1\n\nid: 9\ndata: 2\n\n'], '8'), [
    { type: 'message', data: '1', lastId: '8' },
    { type: 'message', data: '2', lastId: '9' },
  ]);
});

test('unknown fields and ids that no header can carry are passed over', async (t) => {
  t.deepEqual(await read(['retry: 5\nfoo: bar\n id: 1\nid: 2\0\ndata: 1\n\n'], '0'), [
    { type: 'message', data: '1', lastId: '0' },
  ]);
});
