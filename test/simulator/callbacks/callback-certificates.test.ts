import { type KeyObject, sign, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import test, { type ExecutionContext } from 'ava';
import { inRussianWords } from '../../../simulator/commands/russian/speak.ts';
import { lastTryLine } from '../../../simulator/inspection/callbacks/callback-timeline.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { makeAuthority, makeServerCertificate, newKey } from '../../../simulator/tls/make-certificates.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const dayMs = 86_400_000;
const now = Date.now();
const valid = { fromMs: now - dayMs, toMs: now + dayMs };
const past = { fromMs: now - 2 * dayMs, toMs: now - dayMs };
const future = { fromMs: now + dayMs, toMs: now + 2 * dayMs };

const pemOf = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }));

const authorityKey = newKey();
const authority = makeAuthority(authorityKey, { names: ['localhost'], networks: ['127.0.0.0/8'] }, valid);

/** A certificate for these names, with its key, of the one authority of these tests. */
const certified = (names: readonly string[], times = valid) => {
  const key = newKey();
  return { cert: makeServerCertificate(authorityKey, key, names, times), key: pemOf(key) };
};

/** A certificate for 127.0.0.1 that has signed itself. */
const selfSignedCertificate = () => {
  const key = newKey();
  const other = new X509Certificate(makeServerCertificate(key, key, ['127.0.0.1'], valid));
  const certificate = AsnConvert.parse(other.raw, Certificate);
  const { tbsCertificate } = certificate;
  tbsCertificate.subject = tbsCertificate.issuer;
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), key);
  certificate.signatureValue = new Uint8Array(signature).buffer;
  const cert = new X509Certificate(Buffer.from(AsnConvert.serialize(certificate))).toString();
  return { cert, key: pemOf(key) };
};

const selfSigned = selfSignedCertificate();

/** A shop that takes callbacks over HTTPS with this certificate. */
const shopFor = async (t: ExecutionContext, certificate: { readonly cert: string; readonly key: string }) => {
  const paths: string[] = [];
  const server = createServer(certificate, (request, response) => {
    paths.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, url: `https://127.0.0.1:${port}/callback`, paths };
};

const fileWith = (t: ExecutionContext, text: string): string => {
  const file = join(temporaryFolder(t), 'authorities.pem');
  writeFileSync(file, text);
  return file;
};

const helps = '; CALLBACK_CA can name a file with certificates to trust';

/** Certificates of shops, and what is said of each. */
const wrong: readonly (readonly [what: string, certificate: ReturnType<typeof certified>, code: string])[] = [
  [`is self-signed${helps}`, selfSigned, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [`comes from an authority that is not trusted${helps}`, certified(['127.0.0.1']), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
];

for (const [what, certificate, code] of wrong) {
  test(`a callback to a shop whose certificate ${what} says so in its try, and in the log in both languages`, async (t) => {
    const shop = await shopFor(t, certificate);
    const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });

    const { formUrl, orderId } = await simulator.register();
    await pay(formUrl, { card: plainCard });
    await simulator.settled();

    const [callback] = await simulator.store.callbacks.about(orderId);
    if (!callback) return t.fail('no callback');
    const reason = `the certificate of ${shop.host} ${what} (${code})`;
    t.is(callback.tries[0]?.error, reason);
    t.is(lastTryLine(callback), `callback deposited: ${reason}, again in 30 s`);
    t.regex(inRussianWords(lastTryLine(callback)), /^уведомление deposited: сертификат .*, повтор через 30 с$/);
    t.deepEqual(shop.paths, []);
  });
}

/** Certificates of an authority that CALLBACK_CA names. */
const known: readonly (readonly [what: string, certificate: ReturnType<typeof certified>, error?: string])[] = [
  ['is for its address', certified(['127.0.0.1'])],
  ['has expired', certified(['127.0.0.1'], past), 'has expired (CERT_HAS_EXPIRED)'],
  ['is not valid yet', certified(['127.0.0.1'], future), 'is not valid yet (CERT_NOT_YET_VALID)'],
  ['is for another name', certified(['localhost']), 'is for other names (ERR_TLS_CERT_ALTNAME_INVALID)'],
];

for (const [what, certificate, error] of known) {
  test(`with CALLBACK_CA, a shop whose certificate ${what} ${error ? 'gets no callbacks' : 'gets its callbacks'}`, async (t) => {
    const shop = await shopFor(t, certificate);
    const simulator = await simulatorFor(t, { callbackCa: fileWith(t, authority) });

    const { isDelivered, try: tried } = await simulator.testCallback('test_user', { to: shop.url });

    t.is(isDelivered, error === undefined);
    t.is(tried.error, error && `the certificate of ${shop.host} ${error}`);
    t.is(shop.paths.length, error === undefined ? 1 : 0);
    if (tried.error) t.regex(inRussianWords(tried.error), /сертификата? /);
  });
}

test('CALLBACK_CA may name the self-signed certificate of the shop itself, among others', async (t) => {
  const certificate = selfSigned;
  const shop = await shopFor(t, certificate);
  const simulator = await simulatorFor(t, { callbackCa: fileWith(t, `A comment\n${authority}\n${certificate.cert}`) });

  t.like(await simulator.testCallback('test_user', { to: shop.url }), { isDelivered: true });
});

test('a file of CALLBACK_CA that cannot be used is refused before anything starts', async (t) => {
  const folder = temporaryFolder(t);
  const refusalOf = async (file: string) =>
    (await t.throwsAsync(startSimulator({ callbackCa: file }), { instanceOf: ConfigError }))?.message;

  t.is(
    await refusalOf(join(folder, 'none.pem')),
    `CALLBACK_CA=${join(folder, 'none.pem')}: expected a file that can be read (ENOENT)`,
  );
  for (const text of ['', 'nothing', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
    const file = fileWith(t, text);
    t.is(await refusalOf(file), `CALLBACK_CA=${file}: expected certificates as PEM`);
  }
});
