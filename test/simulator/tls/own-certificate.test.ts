import type { KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { readConfig } from '../../../simulator/commands/read-config.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import { makeAuthority, makeServerCertificate, newKey } from '../../../simulator/tls/make-certificates.ts';
import { askOverTls } from '../../helpers/http/ask-over-tls.ts';
import { temporaryFolder } from '../../helpers/process/temporary-folder.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const dayMs = 86_400_000;
const times = { fromMs: Date.now() - dayMs, toMs: Date.now() + dayMs };
const authorityKey = newKey();
const authority = makeAuthority(authorityKey, { names: ['test'], networks: [] }, times);

const pemOf = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }));

/** A certificate for `pay.test` in files, with its key and another one. */
const filesFor = (t: ExecutionContext) => {
  const folder = temporaryFolder(t);
  const key = newKey();
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  return {
    cert: write('cert.pem', makeServerCertificate(authorityKey, key, ['pay.test'], times)),
    key: write('key.pem', pemOf(key)),
    otherKey: write('other-key.pem', pemOf(newKey())),
    text: write('text.pem', 'nothing'),
    missing: join(folder, 'missing.pem'),
  };
};

test('the gateway takes a certificate of one’s own, answers under its names, and makes no authority', async (t) => {
  const { cert, key, missing } = filesFor(t);
  const simulator = await simulatorFor(t, { tls: true, tlsCert: cert, tlsKey: key, tlsFolder: missing });
  const statusAs = async (host: string) =>
    (await askOverTls(simulator, 'https://pay.test/sandbox/health', { headers: { host }, ca: authority })).status;

  t.is(await statusAs('pay.test'), 200);
  t.is(await statusAs('securepayments.berekebank.kz'), 421);
  t.is(simulator.tls?.authorityFile, undefined);
});

test('files that cannot be used are refused by the name of their setting', async (t) => {
  const { cert, key, otherKey, text, missing } = filesFor(t);
  const refusalOf = async (tlsCert: string, tlsKey: string) => {
    const starting = startSimulator({ tls: true, tlsCert, tlsKey }).then((simulator) => simulator.stop());
    return (await t.throwsAsync(starting, { instanceOf: ConfigError }))?.message ?? '';
  };

  t.is(await refusalOf(missing, key), `TLS_CERT=${missing}: expected a file that can be read (ENOENT)`);
  t.is(await refusalOf(cert, missing), `TLS_KEY=${missing}: expected a file that can be read (ENOENT)`);
  t.true((await refusalOf(text, key)).startsWith(`TLS_CERT=${text}: expected a certificate as PEM (`));
  t.true(
    (await refusalOf(cert, text)).startsWith(`TLS_KEY=${text}: expected a private key as PEM, without a password (`),
  );
  t.is(await refusalOf(cert, otherKey), `TLS_KEY=${otherKey}: expected the key of the certificate in TLS_CERT`);
  const pem = readFileSync(key, 'utf8');
  t.is(await refusalOf(cert, pem), 'TLS_KEY=***: expected a file that can be read (ENOENT)');
  t.is(await refusalOf('', pem), 'TLS_KEY=***: expected its certificate in TLS_CERT');
  t.is(await refusalOf(cert, ''), `TLS_CERT=${cert}: expected its private key in TLS_KEY`);
  t.is(await refusalOf('', key), `TLS_KEY=${key}: expected its certificate in TLS_CERT`);
});

test('settings of HTTPS that do not fit together are refused at the start, as options and in the environment', async (t) => {
  const starting = startSimulator({ tlsCert: 'a.pem', tlsKey: 'b.pem' }).then((simulator) => simulator.stop());
  await t.throwsAsync(starting, { message: 'TLS_CERT=a.pem: expected TLS=on, without which there is no HTTPS' });

  const lines = (environment: Readonly<Record<string, string>>) =>
    t.throws(() => readConfig(environment), { instanceOf: ConfigError })?.message.split('\n');
  t.deepEqual(lines({ TLS: 'on', TLS_CERT: 'a.pem' }), ['TLS_CERT=a.pem: expected its private key in TLS_KEY']);
  t.deepEqual(lines({ TLS_CERT: 'a.pem', TLS_KEY: 'b.pem' }), [
    'TLS_CERT=a.pem: expected TLS=on, without which there is no HTTPS',
  ]);
  for (const other of [{ PORT: '9443' }, { CONTROL_PORT: '9443' }, { SHOP_PORT: '9443' }])
    t.deepEqual(lines({ TLS: 'on', TLS_PORT: '9443', ...other }), [
      'TLS_PORT=9443: expected another port than PORT, CONTROL_PORT and SHOP_PORT',
    ]);
  t.deepEqual(lines({ TLS: 'yes' }), ['TLS=yes: expected on or off; did you mean on?']);
  t.regex(
    lines({ TLS_NAMES: 'https://pay.test' })?.[0] ?? '',
    /^TLS_NAMES=.*: expected names or addresses without a port/,
  );
  t.notThrows(() =>
    readConfig({ TLS: 'on', TLS_PORT: '3000', SHOP: 'off', TLS_NAMES: 'pay.test,192.168.1.20,fd00::1' }),
  );
});
