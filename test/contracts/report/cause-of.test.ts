import test from 'ava';
import { causeOf } from '../../../contracts/report/cause-of.ts';
import { stubServer } from '../../helpers/http/stub-server.ts';

test('why there is no answer is a code that people know, or words', async (t) => {
  const { origin } = await stubServer(t, () => 'drop');
  const whyNot = (url: string) => fetch(url).then(undefined, causeOf);

  t.is(await whyNot(origin), 'it closes the connection');
  t.is(await whyNot('http://127.0.0.1:9/'), 'bad port');
  t.is(causeOf(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })), 'ECONNREFUSED');
  t.is(causeOf(AbortSignal.abort(new DOMException('x', 'TimeoutError')).reason), 'it takes too long');
  t.is(causeOf('odd'), 'odd');
});
