/** What the client does in the sandbox of a simulator. */
import '../client/sandbox/event-stream.test.ts';
import '../client/sandbox/callbacks.test.ts';
import '../client/sandbox/journal.test.ts';
import '../client/sandbox/live.test.ts';
import '../client/sandbox/orders.test.ts';
import '../client/sandbox/reach.test.ts';
import '../client/sandbox/reference.test.ts';
import '../client/sandbox/requests.test.ts';
import '../client/sandbox/state.test.ts';
