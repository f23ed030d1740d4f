import test from 'ava';
import { readForms } from '../../../client/customer/read-form.ts';
import { readHtml } from '../../../client/customer/read-html.ts';
import { atIssuerPage, htmlLanguage } from './at-issuer-page.ts';

const offered = (html: string) =>
  [...html.matchAll(/name="language" value="(\w+)" lang=/g)].map(([, language]) => language);

for (const [bank, languages] of [
  ['bereke', ['en', 'ru', 'kk']],
  ['alfa', ['ru', 'en', 'de', 'fr', 'es', 'it', 'uk', 'kk']],
  ['vtb-kz', ['ru', 'en', 'hy', 'az']],
  ['dsk', ['bg', 'en']],
] as const)
  test(`the issuer's page offers the languages of the bank: ${bank}`, async (t) => {
    const { answer } = await atIssuerPage(t, { bank });

    t.deepEqual(offered(await answer({ action: 'show' })), [...languages]);
  });

test('the payer chooses a language, which stays for the rest of the challenge', async (t) => {
  const { answer } = await atIssuerPage(t, { order: { language: 'en' } });

  const inKazakh = await answer({ action: 'show', language: 'kk' });
  t.is(htmlLanguage(inKazakh), 'kk');
  const [, form] = readForms(readHtml(inKazakh), 'http://acs.example/');
  t.is(form?.fields.find(({ name }) => name === 'language')?.value, 'kk');
  t.is(htmlLanguage(await answer({ code: '1', language: 'kk' })), 'kk');
  t.is(htmlLanguage(await answer({ code: '123456', language: 'kk' })), 'kk');
});

test('a language that the bank does not have is not taken', async (t) => {
  const { answer } = await atIssuerPage(t, { bank: 'vtb-kz', order: { language: 'ru' } });

  for (const language of ['kk', 'fr', '"><b>', '__proto__'])
    t.is(htmlLanguage(await answer({ action: 'show', language })), 'ru');
});

for (const [bank, version, words, others] of [
  ['sber', '1', /Payment password/, /One-time code/],
  ['bereke', '2', /One-time code/, /Payment password/],
] as const)
  test(`3-D Secure ${version} has a look and words of its own`, async (t) => {
    const { answer } = await atIssuerPage(t, { bank, order: { language: 'en' } });

    const html = await answer({ action: 'show' });

    t.regex(html, new RegExp(`data-version="${version}" class="version-${version}"`));
    t.regex(html, words);
    t.notRegex(html, others);
    t.is(/<details>/.test(html), version === '2');
    const form = readForms(readHtml(html), 'http://acs.example/').find(({ id }) => id === 'acs-form');
    t.deepEqual(
      form?.fields.map(({ name }) => name),
      ['acsTransID', 'threeDSServerTransID', 'TermUrl', 'language', 'code'],
    );
    t.deepEqual(
      form?.buttons.map(({ value }) => value),
      ['submit', 'resend', 'cancel', 'pass', 'fail'],
    );
  });

for (const [code, isRight] of [
  ['123456', true],
  ['12345678', true],
  ['1234 5678', true],
  ['000000', false],
  ['00000000', false],
] as const)
  test(`the issuer ends the challenge by ${code}`, async (t) => {
    for (const bank of ['sber', 'bereke']) {
      const { answer, threeDs } = await atIssuerPage(t, { bank });
      await answer({ code });
      t.like(await threeDs(), { stage: 'answered', transStatus: isRight ? 'Y' : 'N' }, bank);
    }
  });
