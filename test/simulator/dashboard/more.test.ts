import test from 'ava';
import { visitorOf } from '../../helpers/dashboard/visitor.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** The part of a page between two texts. */
const between = (html: string, from: string, to: string): string => html.split(from)[1]?.split(to)[0] ?? '';

test('more has the pages that are not in the tab bar, and the languages', async (t) => {
  const simulator = await simulatorFor(t);

  const { html } = await visitorOf(simulator.url).open('/more');

  const content = between(html, 'id="content"', '</main>');
  t.true(content.includes('href="/health"'));
  t.true(content.includes('href="/more?lang=ru"'));
  t.false(content.includes('href="/callbacks"'));
  t.false(content.includes('/sign-out'));
});

test('more is in the tab bar only', async (t) => {
  const simulator = await simulatorFor(t);

  const { html } = await visitorOf(simulator.url).open('/');

  t.false(between(html, 'id="menu"', '</nav>').includes('href="/more"'));
  t.true(between(html, 'class="tabbar"', '</nav>').includes('href="/more"'));
});

test('who has signed in can sign out', async (t) => {
  const simulator = await simulatorFor(t, { controlToken: 'secret' });
  const visitor = visitorOf(simulator.url);
  const { html } = await visitor.open('/more');
  const formToken = /name="formToken" value="([^"]*)"/.exec(html)?.[1] ?? '';
  await visitor.send('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ formToken, token: 'secret', to: '/more' }),
  });

  const page = await visitor.open('/more');

  t.is(page.status, 200);
  t.regex(page.text, /Sign out$|Sign out /);
  t.notRegex(page.html, /value="secret"/);
});
