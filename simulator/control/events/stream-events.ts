import { controlEndpoint } from '../control-endpoint.ts';
import { afterField, streamFor, streamType } from './event-stream.ts';

export const streamEvents = controlEndpoint({
  method: 'GET',
  path: '/events',
  tag: 'journal',
  summary: 'Everything that happens, as it happens: `request`, `order`, `callback` and `clock` (server-sent events).',
  query: afterField,
  answer: { contentType: streamType },
  handle: (call) => streamFor(call),
});
