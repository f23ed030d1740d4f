import type { ExecutionContext } from 'ava';
import type { Json } from './simulator.ts';

export interface ReadEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: Json;
}

export interface EventReader {
  readonly status: number;
  readonly contentType: string;
  /** The next event that fits. */
  next(fits?: (event: ReadEvent) => boolean): Promise<ReadEvent>;
  /** Resolves when the other side has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Listens to a stream of server-sent events; it ends with the test. */
export const readEvents = async (
  t: ExecutionContext,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventReader> => {
  const controller = new AbortController();
  t.teardown(() => controller.abort());
  const response = await fetch(url, { headers, signal: controller.signal });
  const seen: ReadEvent[] = [];
  let wake = (): void => {};
  let isOver = false;
  const pump = async (): Promise<void> => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      seen.push(...blocks.flatMap(readBlock));
      wake();
    }
  };
  const ended = pump()
    .catch(() => {})
    .finally(() => {
      isOver = true;
      wake();
    });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    next: async (fits = () => true) => {
      for (;;) {
        for (let event = seen.shift(); event; event = seen.shift()) if (fits(event)) return event;
        if (isOver) throw new Error('the stream is over');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    ended,
    close: () => controller.abort(),
  };
};

const readBlock = (block: string): readonly ReadEvent[] => {
  const fields = Object.fromEntries(
    block.split('\n').flatMap((line) => {
      const [, name = '', value = ''] = /^(\w+): (.*)$/s.exec(line) ?? [];
      return name === '' ? [] : [[name, value] as const];
    }),
  );
  const { id, event, data } = fields;
  return data === undefined
    ? []
    : [{ ...(id !== undefined && { id }), event: event ?? 'message', data: JSON.parse(data) }];
};
