import test from 'ava';
import { SandboxClient, WrongUse } from '../../../client/index.ts';
import { controlEndpoints } from '../../../simulator/control/all.ts';

type Method = (...args: readonly unknown[]) => unknown;

/** Methods that make no call of their own. */
const noCalls = new Set(['constructor', 'call', 'gatewayOf']);

/** What needs no method: it says the same as another one. */
const sameAsAnother = new Set(['GET /callback-certificate.cer']);

/** Every method of the client, those of its groups too. */
const methodsOf = (sandbox: SandboxClient): readonly (readonly [name: string, method: Method])[] => {
  const own = Object.getOwnPropertyNames(SandboxClient.prototype)
    .filter((name) => !noCalls.has(name))
    .map((name) => [name, (sandbox as unknown as Record<string, Method>)[name]?.bind(sandbox)] as const);
  const grouped = Object.entries(sandbox).flatMap(([group, methods]) =>
    Object.entries(methods as Record<string, Method>).map(([name, method]) => [`${group}.${name}`, method] as const),
  );
  return [...own, ...grouped].map(([name, method]) => [name, method as Method]);
};

/** A merchant is a text, and options are an object; a wallet token and the answer of a shop need their own. */
const inputs = [['x', 'x'], ['x', {}], [{}], [{ wallet: 'apple', amountMinor: 1 }], ['x', 'x', { httpStatus: 200 }]];

const callWithAny = async (method: Method): Promise<void> => {
  for (const input of inputs) {
    try {
      await method(...input);
      return;
    } catch (error) {
      if (!(error instanceof WrongUse)) throw error;
    }
  }
};

/** What each method asks for, with the names of its path as the control API has them. */
const asked = async (): Promise<readonly string[]> => {
  const lines: string[] = [];
  const record: typeof fetch = async (url, { method = 'GET' } = {}) => {
    const path = new URL(String(url)).pathname.replace('/sandbox', '');
    const found = controlEndpoints.find(
      (one) => one.method === method && new RegExp(`^${one.path.replace(/\{\w+\}/g, 'x')}$`).test(path),
    );
    lines.push(`${method} ${found?.path ?? path}`);
    return Response.json({});
  };
  for (const [, method] of methodsOf(new SandboxClient({ url: 'http://gateway.example', fetch: record })))
    await callWithAny(method);
  return [...new Set(lines)];
};

test('the client has a method for every endpoint of the control API, and for nothing else', async (t) => {
  const listed = controlEndpoints
    .map(({ method, path }) => `${method} ${path}`)
    .filter((line) => !sameAsAnother.has(line));

  const lines = await asked();

  t.deepEqual(
    listed.filter((line) => !lines.includes(line)),
    [],
    'endpoints without a method in client/sandbox/',
  );
  t.deepEqual(
    lines.filter((line) => !listed.includes(line)),
    [],
    'methods without an endpoint',
  );
});
