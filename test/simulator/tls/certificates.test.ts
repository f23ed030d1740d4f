import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { certificateIn } from '../../../simulator/tls/certificate-folder.ts';
import { makeServerCertificate, newKey } from '../../../simulator/tls/make-certificates.ts';
import { certificateNames } from '../../../simulator/tls/names.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';

const nowMs = Date.now();
const dayMs = 86_400_000;

const names = ['localhost', '127.0.0.1', '::1', 'pay.test', 'securepayments.berekebank.kz'];

/** Ends with the handshake of a client that trusts this authority, or with what it complains about. */
const handshake = async (
  t: ExecutionContext,
  kept: { readonly cert: string; readonly key: string },
  ca: string,
  name: string,
): Promise<string> => {
  const server = createServer(kept);
  t.teardown(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', servername: isIP(name) ? '' : name, ca });
    const end = (outcome: string) => {
      socket.destroy();
      resolve(outcome);
    };
    socket.once('secureConnect', () => end('trusted'));
    socket.once('error', ({ code = '', message }: NodeJS.ErrnoException) =>
      end(code.startsWith('ERR_TLS_') ? code : message),
    );
  });
};

test('a client that trusts the authority trusts the certificate under each of its names', async (t) => {
  const kept = certificateIn(temporaryFolder(t), names, nowMs);
  const ca = readFileSync(kept.authorityFile, 'utf8');

  for (const name of ['localhost', 'pay.test', 'securepayments.berekebank.kz'])
    t.is(await handshake(t, kept, ca, name), 'trusted', name);
  t.is(await handshake(t, kept, ca, 'other.test'), 'ERR_TLS_CERT_ALTNAME_INVALID');
  const certificate = new X509Certificate(kept.cert);
  for (const address of ['127.0.0.1', '::1']) t.is(certificate.checkIP(address), address);
});

test('the authority can certify nothing but names of this machine, its networks and the banks', async (t) => {
  const folder = temporaryFolder(t);
  const { authorityFile } = certificateIn(folder, names, nowMs);
  const ca = readFileSync(authorityFile, 'utf8');
  const authorityKey = createPrivateKey(readFileSync(join(folder, 'authority-key.pem')));
  const certify = (name: string) => {
    const key = newKey();
    const times = { fromMs: nowMs - dayMs, toMs: nowMs + dayMs };
    const cert = makeServerCertificate(authorityKey, key, [name], times);
    return handshake(t, { cert, key: String(key.export({ type: 'pkcs8', format: 'pem' })) }, ca, name);
  };

  t.is(await certify('other.test'), 'trusted');
  t.is(await certify('uat.dskbank.bg'), 'trusted');
  t.is(await certify('www.example.org'), 'permitted subtree violation');
  t.is(await certify('203.0.113.7'), 'permitted subtree violation');
  t.is(await certify('192.168.1.20'), 'ERR_TLS_CERT_ALTNAME_INVALID', 'permitted, but the client asked for 127.0.0.1');
  t.is(await certify('berekebank.kz'), 'permitted subtree violation');
});

test('the authority is one that signs servers only, and the certificate one that browsers accept', (t) => {
  const kept = certificateIn(temporaryFolder(t), names, nowMs);
  const authority = new X509Certificate(readFileSync(kept.authorityFile));
  const server = new X509Certificate(kept.cert);

  t.true(authority.ca);
  t.true(authority.verify(authority.publicKey));
  t.false(server.ca);
  t.true(server.verify(authority.publicKey));
  t.deepEqual(server.keyUsage, ['1.3.6.1.5.5.7.3.1']);
  t.true(server.validToDate.getTime() - server.validFromDate.getTime() <= 397 * dayMs);
  t.not(server.serialNumber, authority.serialNumber);
  t.regex(authority.subject, /^CN=tillbox test authority [\da-f]{8}$/);
});

test('keys are readable by their owner only, and the next start keeps everything', (t) => {
  const folder = join(temporaryFolder(t), 'deep', 'inside');
  const first = certificateIn(folder, names, nowMs);
  const second = certificateIn(folder, names, nowMs + 200 * dayMs);

  t.true(first.isNewAuthority);
  t.false(second.isNewAuthority);
  t.is(second.cert, first.cert);
  t.deepEqual(readdirSync(folder).sort(), ['authority-key.pem', 'authority.pem', 'server.pem']);
  if (process.platform === 'win32') return;
  for (const file of ['authority-key.pem', 'server.pem']) t.is(statSync(join(folder, file)).mode & 0o777, 0o600, file);
});

test('a certificate that ends soon is renewed by the same authority', (t) => {
  const folder = temporaryFolder(t);
  const first = certificateIn(folder, names, nowMs);
  const authority = readFileSync(first.authorityFile, 'utf8');

  const renewed = certificateIn(folder, names, nowMs + 300 * dayMs);

  t.false(renewed.isNewAuthority);
  t.not(renewed.cert, first.cert);
  t.is(readFileSync(renewed.authorityFile, 'utf8'), authority);
  t.true(new X509Certificate(renewed.cert).verify(createPublicKey(authority)));
});

test('another name that the authority permits needs no new trust; any other does, once', (t) => {
  const folder = temporaryFolder(t);
  certificateIn(folder, names, nowMs);

  const permitted = certificateIn(folder, [...names, 'shop.test', '192.168.1.20', 'uat.dskbank.bg'], nowMs);
  const other = certificateIn(folder, [...names, 'pay.shop.kz', '203.0.113.7', '2001:db8::7'], nowMs);
  const again = certificateIn(folder, [...names, 'api.pay.shop.kz'], nowMs);
  const first = certificateIn(folder, names, nowMs);
  const both = certificateIn(folder, [...names, '203.0.113.7', '2001:db8::7', 'gateway'], nowMs);

  t.deepEqual(
    [permitted, other, again, first, both].map(({ isNewAuthority }) => isNewAuthority),
    [false, true, false, false, true],
  );
  t.is(new X509Certificate(permitted.cert).checkHost('shop.test'), 'shop.test');
  t.is(new X509Certificate(other.cert).checkIP('2001:db8::7'), '2001:db8::7');
  const final = new X509Certificate(readFileSync(both.authorityFile));
  t.false(certificateIn(folder, [...names, 'pay.shop.kz', 'gateway'], nowMs).isNewAuthority);
  t.true(new X509Certificate(both.cert).verify(final.publicKey));
});

test('a file that is lost or broken is made anew', (t) => {
  const folder = temporaryFolder(t);
  const first = certificateIn(folder, names, nowMs);

  rmSync(first.authorityFile);
  t.true(certificateIn(folder, names, nowMs).isNewAuthority);
  writeFileSync(join(folder, 'server.pem'), 'nothing');
  t.not(certificateIn(folder, names, nowMs).cert, first.cert);
  rmSync(join(folder, 'authority-key.pem'));
  const other = certificateIn(folder, names, nowMs);
  t.true(other.isNewAuthority);
  const authority = new X509Certificate(readFileSync(other.authorityFile));
  t.true(new X509Certificate(other.cert).verify(authority.publicKey));
});

test('a key that others can read is refused, and so is a folder that cannot be used', (t) => {
  const folder = temporaryFolder(t);
  certificateIn(folder, names, nowMs);
  if (process.platform !== 'win32')
    for (const file of ['authority-key.pem', 'server.pem']) {
      chmodSync(join(folder, file), 0o644);
      const error = t.throws(() => certificateIn(folder, names, nowMs), { instanceOf: ConfigError });
      t.true(error?.message.startsWith(`TLS_FOLDER=${folder}: other users of this machine can read ${file}`));
      chmodSync(join(folder, file), 0o600);
    }

  const file = join(folder, 'authority.pem');
  const error = t.throws(() => certificateIn(file, names, nowMs), { instanceOf: ConfigError });
  t.regex(
    error?.message ?? '',
    /^TLS_FOLDER=.*authority\.pem: expected a folder for certificates and keys \(EEXIST\)$/,
  );
  t.true(existsSync(file));
});

test('the names are those of this machine, of the settings and of the real bank, each once', (t) => {
  t.deepEqual(
    certificateNames({
      publicUrl: 'https://Pay.Test:8443/till',
      hosts: ['bank.test', 'localhost'],
      tlsNames: ['BANK.test.', '192.168.1.20'],
      bank: { hosts: { test: 'ipaytest.arca.am:8445', production: 'ipay.arca.am' } },
    }),
    ['localhost', '127.0.0.1', '::1', 'pay.test', 'bank.test', '192.168.1.20', 'ipaytest.arca.am', 'ipay.arca.am'],
  );
});
