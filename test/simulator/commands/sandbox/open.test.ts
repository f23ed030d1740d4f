import test from 'ava';
import { open } from '../../../../simulator/commands/sandbox/open.ts';
import { memoryStore } from '../../../../simulator/store/memory/memory-store.ts';
import { controlToken, merchantInContainer, runCommand } from '../../../helpers/process/container.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

/** Runs the command on a terminal, or in a pipe; gives what was printed, and what a browser was asked to open. */
const opened = async (
  url: string,
  { order, isTerminal = true, ...options }: { order?: string; isTerminal?: boolean; json?: true; login?: string },
) => {
  const [printed, addresses]: [string[], string[]] = [[], []];
  const output = {
    out: (text: string) => printed.push(text),
    err: (text: string) => printed.push(text),
    ...(isTerminal && { columns: 80 }),
  };
  const code = await open(order, { url, token: controlToken, ...options }, output, async (address) => {
    addresses.push(address);
  });
  return { code, printed: printed.join(''), addresses };
};

test('tillbox open prints the address of the sandbox, and opens it on a terminal', async (t) => {
  const { url } = await merchantInContainer();

  t.deepEqual(await opened(url, {}), { code: 0, printed: `${url}/\n`, addresses: [`${url}/`] });
  t.deepEqual(await opened(url, { isTerminal: false }), { code: 0, printed: `${url}/\n`, addresses: [] });
  t.deepEqual(await opened(url, { json: true }), { code: 0, printed: `{"url":"${url}/"}\n`, addresses: [] });
});

test('with an order it is the page of the order', async (t) => {
  const { url, login, register } = await merchantInContainer();
  const { orderId } = await register('A-1');
  const address = `${url}/orders/${orderId}?merchant=${login}`;

  const expected = { code: 0, printed: `${address}\n`, addresses: [address] };
  t.deepEqual(await opened(url, { order: orderId }), expected);
  t.deepEqual(await opened(url, { order: 'A-1', login }), expected);
});

test('the page of an order is there', async (t) => {
  const { register, restUrl } = await simulatorFor(t, { store: memoryStore() });
  const { orderId } = await register({ orderNumber: 'A-1' });
  const { printed } = await opened(new URL(restUrl).origin, { order: 'A-1' });

  const page = await fetch(printed.trim(), { headers: { accept: 'text/html' } });

  t.is(page.status, 200);
  t.true((await page.text()).includes(orderId));
});

test('an order that is not there opens nothing', async (t) => {
  const { url, login } = await merchantInContainer();

  t.deepEqual(await opened(url, { order: 'A-9', login }), {
    code: 2,
    printed: `${login} has no order A-9\n`,
    addresses: [],
  });
});

test('an address where nothing answers is not opened', async (t) => {
  const { code, out } = await runCommand('open', '--url', 'http://127.0.0.1:1');

  t.deepEqual({ code, out }, { code: 2, out: '' });
});
