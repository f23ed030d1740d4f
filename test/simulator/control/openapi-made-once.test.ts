import test from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { controlEndpoints } from '../../../simulator/control/all.ts';
import type { ControlCall } from '../../../simulator/control/control-endpoint.ts';
import { getControlDocument, getMerchantDocument } from '../../../simulator/control/openapi/document-calls.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

type Call = ControlCall<unknown, unknown, unknown>;

test('the documents are made once, and name the origin of each caller', async (t) => {
  const made = new Map<string, object>();
  let count = 0;
  const once: Call['once'] = (name, make) => {
    if (!made.has(name)) count++;
    const thing = (made.get(name) as ReturnType<typeof make> | undefined) ?? make();
    made.set(name, thing);
    return thing;
  };
  const context = { options: { control: {} }, bank: bereke } as unknown as Call['context'];
  const call = {
    context,
    once,
    calls: [],
    endpoints: controlEndpoints,
    path: undefined,
    query: {},
    body: undefined,
  };

  for (const origin of ['http://a', 'http://b', 'http://b'])
    for (const [endpoint, url] of [
      [getControlDocument, `${origin}/sandbox`],
      [getMerchantDocument, origin],
    ] as const) {
      const { text = '' } = (await endpoint.handle({ ...call, origin, lastEventId: undefined })) as { text?: string };
      t.deepEqual(JSON.parse(text).servers, [{ url }]);
    }

  t.is(count, 2);
});

for (const path of ['openapi/control.json', 'openapi/merchant.json']) {
  test(`${path} is the same under every name but for the name`, async (t) => {
    const simulator = await simulatorFor(t);
    const read = async (host: string) => {
      const { text } = await ask(new URL(`${simulator.controlUrl}/${path}`), { method: 'GET', headers: { host } });
      const { servers, ...document } = JSON.parse(text);
      return { servers, document };
    };

    const [first, second] = [await read('localhost:1'), await read('shop.localhost:2')];

    t.true(first.servers[0].url.startsWith('http://localhost:1'));
    t.true(second.servers[0].url.startsWith('http://shop.localhost:2'));
    t.deepEqual(second.document, first.document);
  });
}
