import { mock } from 'node:test';
import test from 'ava';
import { GatewayTimeout, SandboxClient } from '../../client/index.ts';

// Alone in its file, because it stops the timers of the process.
test('a stream has to begin in time, and then takes as long as it likes', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.teardown(() => mock.timers.reset());
  const signals: AbortSignal[] = [];
  const replies = [new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })];
  const answer: typeof fetch = async (_, { signal } = {}) => {
    signals.push(signal as AbortSignal);
    const silence = new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    return replies.shift() ?? silence;
  };
  const sandbox = new SandboxClient({ url: 'http://gateway.example', timeoutMs: 1_000, fetch: answer });

  await sandbox.events('own').opened;
  mock.timers.tick(1_000);
  const late = sandbox.events('own').opened;
  mock.timers.tick(1_000);

  await t.throwsAsync(late, { instanceOf: GatewayTimeout, message: /within 1000 ms/ });
  t.deepEqual(
    signals.map(({ aborted }) => aborted),
    [false, true],
  );
});
