import test from 'ava';
import { passIssuer, visitMethodPages } from '../../helpers/payments/at-issuer.ts';
import { challengeCard, plainCard } from '../../helpers/payments/pay.ts';
import { cardFields, inTwoCalls } from '../../helpers/payments/pay-form.ts';
import { type Fields, type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';
import { storeOnFullDisk } from '../../helpers/stores/store-on-full-disk.ts';

/** What somebody sees who opens an address, and where it leads. */
const seenAt = async (url: string, fields?: Fields) => {
  const answer = await fetch(url, {
    redirect: 'manual',
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  const html = await answer.text();
  return { status: answer.status, title: /<h1>(.*?)<\/h1>/.exec(html)?.[1], to: answer.headers.get('location'), html };
};

const title = { en: 'Not available at the moment', ru: 'Сейчас недоступно', kk: 'Қазір қолжетімсіз' };

const typedCard: Fields = {
  pan: plainCard.pan,
  expiry: plainCard.expiry,
  newCardCvc: plainCard.cvc,
  cardholderName: 'AIDA BEK',
};

test('a card page that cannot keep a payment says so with HTTP 503, and takes it when there is room again', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { register, status } = await simulatorFor(t, { store, logLevel: 'silent' });
  const { orderId, formUrl } = await register();
  disk.isFull = true;

  const refused = await seenAt(formUrl, { mdOrder: orderId, ...typedCard });
  t.is(refused.status, 503);
  t.is(refused.title, title.en);
  t.true(refused.html.includes('data-page="error"'));
  t.is((await status(orderId))['orderStatus'], 0, 'nothing is paid');
  disk.isFull = false;

  t.is((await seenAt(formUrl, { mdOrder: orderId, ...typedCard })).status, 302);
  t.is((await status(orderId))['orderStatus'], 2);
});

test('the pages say so in their language where nothing can be read', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { register, url } = await simulatorFor(t, { store, logLevel: 'silent' });
  const { orderId } = await register();
  disk.isAway = true;

  const base = `${url}/payment`;
  const pages: readonly (readonly [address: string, expected: string, fields?: Fields])[] = [
    [`${base}/merchants/payment_en.html?mdOrder=${orderId}`, title.en],
    [`${base}/merchants/payment_ru.html?mdOrder=${orderId}`, title.ru],
    [`${base}/merchants/payment.html?mdOrder=${orderId}&language=kk`, title.kk],
    [`${base}/merchants/finish_ru.html?orderId=${orderId}`, title.ru],
    [`${base}/merchants/finish_ru.html`, title.ru, { orderId }],
    [`${base}/acsRedirect.do?orderId=${orderId}&language=kk`, title.kk],
    [`${base}/rest/finish3ds.do?lang=en`, title.en, { MD: orderId }],
    [`${url}/acs/answer?language=en`, title.en, { acsTransID: orderId }],
  ];
  for (const [address, expected, fields] of pages) {
    const { status, title: shown } = await seenAt(address, fields);
    t.is(status, 503, address);
    t.is(shown, expected, address);
  }
});

test('an issuer that cannot keep the answer of a payer says so, and takes it when there is room again', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { register, callBare, status } = await simulatorFor(t, { store, logLevel: 'silent' });
  const { orderId } = await register();
  const answer = await inTwoCalls(async (more) => {
    const said: Json = await callBare('processform.do', { MDORDER: orderId, ...cardFields(challengeCard), ...more });
    if (said['threeDSMethodURLServer']) await visitMethodPages(said);
    return said;
  });
  disk.isFull = true;
  const error = await t.throwsAsync(passIssuer(answer));
  t.regex(error?.message ?? '', /HTTP 503/);
  disk.isFull = false;

  const { action, fields } = await passIssuer(answer);
  const back = await seenAt(action, Object.fromEntries(fields.map(({ name, value }) => [name, value])));

  t.is(back.status, 302);
  t.is((await status(orderId))['orderStatus'], 2);
});

test("the page's own calls answer their own error where nothing can be kept", async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { register, callBare, status } = await simulatorFor(t, { store, logLevel: 'silent' });
  const { orderId } = await register();
  disk.isFull = true;

  const answer = await callBare('processform.do', { MDORDER: orderId, ...cardFields(plainCard) });

  t.like(answer, { errorCode: 7, error: 'System error' });
  t.is((await status(orderId))['orderStatus'], 0);
});

test('the portal of the shop plugins answers a failure where nothing can be kept', async (t) => {
  const { store, disk } = storeOnFullDisk();
  const { url } = await simulatorFor(t, { store, logLevel: 'silent' });
  disk.isFull = true;

  const answer = await fetch(`${url}/mportal/mvc/public/merchant/update/test_user`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('test_user:test_user_password').toString('base64')}` },
    body: '{"callbacks_enabled":true}',
  });

  t.is(answer.status, 503);
  t.like(await answer.json(), { status: 'FAIL' });
});
