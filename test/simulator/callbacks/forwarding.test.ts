import test from 'ava';
import { createForwarding } from '../../../simulator/callbacks/deliver/forwarding.ts';
import { type Callback, defaultCallbackSettings } from '../../../simulator/domain/callback.ts';

const callback = { id: 'c-1', merchant: 'shop' } as Callback;
const never = new AbortController().signal;

/** A listener that remembers what it was given. */
const listener = (address: string) => {
  const given: string[] = [];
  return { address, given, give: ({ id }: Callback) => given.push(id) };
};

test('the last listener of a merchant gets its callbacks, and the one before when that has gone', async (t) => {
  const forwarding = createForwarding(60_000);
  const [first, second] = [listener('http://first'), listener('http://second')];
  forwarding.begin('shop', first);
  const endSecond = forwarding.begin('shop', second);

  const one = forwarding.send(callback, 7, never);
  t.true(forwarding.answer('shop', 'c-1', { httpStatus: 200 }));
  t.deepEqual(await one, { atMs: 7, httpStatus: 200, forwardedTo: 'http://second' });
  endSecond();
  const two = forwarding.send(callback, 8, never);
  forwarding.answer('shop', 'c-1', { httpStatus: 500 });
  t.deepEqual(await two, { atMs: 8, httpStatus: 500, forwardedTo: 'http://first' });
  t.deepEqual([first.given, second.given], [['c-1'], ['c-1']]);
});

test('without a listener nothing is forwarded, and nothing is awaited', (t) => {
  const forwarding = createForwarding(60_000);
  forwarding.begin('other', listener('http://other'));

  t.is(forwarding.send(callback, 7, never), undefined);
  t.false(forwarding.answer('shop', 'c-1', { httpStatus: 200 }));
});

test('a gateway that breaks off, and a listener that goes, end the wait', async (t) => {
  const forwarding = createForwarding(60_000);
  const abort = new AbortController();
  const end = forwarding.begin('shop', listener('http://shop'));

  const broken = forwarding.send(callback, 7, abort.signal);
  abort.abort();
  t.is((await broken)?.error, 'no answer: the listener has gone');
  const gone = forwarding.send(callback, 8, never);
  end();
  t.is((await gone)?.error, 'no answer: the listener has gone');
});

test('only a merchant without an address gets that of its listener', (t) => {
  const forwarding = createForwarding(60_000);
  const merchant = { login: 'shop', password: 'x', name: 'Shop' };
  t.is(forwarding.reachable(merchant), merchant);
  forwarding.begin('shop', listener('http://listener'));

  t.is(forwarding.reachable(merchant).callbacks?.url, 'http://listener');
  const callbacks = { ...defaultCallbackSettings, url: 'http://own' };
  t.is(forwarding.reachable({ ...merchant, callbacks }).callbacks, callbacks);
});
