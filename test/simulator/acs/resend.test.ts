import test from 'ava';
import { markedElements, readHtml } from '../../../client/customer/read-html.ts';
import { atIssuerPage } from './at-issuer-page.ts';

const secondsOf = (html: string, countdown: string): string | undefined =>
  new RegExp(`data-countdown="${countdown}" data-seconds="(\\d+)"`).exec(html)?.[1];
const hasResent = (html: string) => markedElements(readHtml(html), 'data-resent').length > 0;
const mayResend = (html: string) => markedElements(readHtml(html), 'data-resend').length > 0;

test('another code can be sent half a minute after the last, by the merchant`s clock', async (t) => {
  const { clock, answer, threeDs } = await atIssuerPage(t);

  const first = await answer({ action: 'show' });
  t.is(secondsOf(first, 'resend'), '30');
  await clock.advance(29_500);
  const tooEarly = await answer({ action: 'resend' });
  t.false(hasResent(tooEarly));
  t.is(secondsOf(tooEarly, 'resend'), '1');
  t.is((await threeDs())?.resentAtMs, undefined);

  await clock.advance(500);
  t.is(secondsOf(await answer({ action: 'show' }), 'resend'), undefined);
  const resent = await answer({ action: 'resend' });
  t.true(hasResent(resent));
  t.is(secondsOf(resent, 'resend'), '30');
  t.deepEqual((await threeDs())?.resentAtMs, [clock.now()]);
  t.false(hasResent(await answer({ action: 'show' })));
});

test('three more codes can be sent in one challenge, and the challenge goes on', async (t) => {
  const { clock, answer, threeDs, simulator, orderId } = await atIssuerPage(t);
  let html = '';
  for (let count = 1; count <= 4; count += 1) {
    await clock.advance(30_000);
    html = await answer({ action: 'resend' });
    t.is(mayResend(html), count < 3, `${count}`);
  }

  t.is((await threeDs())?.resentAtMs?.length, 3);
  t.regex(html, /No more codes can be sent/);
  await answer({ code: '123456' });
  t.is((await threeDs())?.stage, 'answered');
  t.is((await simulator.whyOf(orderId)).split('asked for another code').length - 1, 3);
});

test('a code that is sent again is no try, and gives no try back', async (t) => {
  const { clock, answer, threeDs } = await atIssuerPage(t);
  await answer({ code: '1' });
  await clock.advance(30_000);

  const resent = await answer({ action: 'resend' });

  t.is((await threeDs())?.wrongCodes, 1);
  t.notRegex(resent, /data-acs-error/);
  t.regex(await answer({ code: '2' }), /data-tries-left="1"/);
});

test('the page shows how long the challenge can be answered: as long as the order can be paid', async (t) => {
  const { clock, answer } = await atIssuerPage(t, { order: { sessionTimeoutSecs: '600' } });

  t.is(secondsOf(await answer({ action: 'show' }), 'end'), '600');
  await clock.advance(599_000);
  t.is(secondsOf(await answer({ action: 'show' }), 'end'), '1');
  await clock.advance(1_000);
  t.regex(await answer({ action: 'show' }), /^https:\/\/shop\.example\/return\?/);
});
