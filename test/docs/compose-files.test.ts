import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import test from 'ava';
import { parse } from 'yaml';
import { readConfig } from '../../simulator/commands/read-config.ts';
import { blocksIn } from '../helpers/process/shell-blocks.ts';

const root = join(import.meta.dirname, '../..');

/** A file as docker compose reads it with these variables. @throws Error where one has to be set. */
const composed = (file: string, variables: Readonly<Record<string, string>> = {}) =>
  parse(
    readFileSync(join(root, file), 'utf8').replace(
      /\$\{(\w+)(:[-?])([^}]*)\}/g,
      (_, name: string, sign: string, text: string) => {
        const value = variables[name] ?? '';
        if (value === '' && sign === ':?') throw new Error(`${name}: ${text}`);
        return value || text;
      },
    ),
  );

interface Service {
  readonly ports?: readonly unknown[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly privileged?: boolean;
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
}

const replicas = () => composed('compose.replicas.yaml', { CONTROL_TOKEN: 'made-up' });

test('every health check of a compose file is a list of texts, as docker compose wants it', (t) => {
  const services: readonly object[] = [composed('compose.yaml'), replicas()].flatMap((file) =>
    Object.values(file.services),
  );
  const checks = services.flatMap((service) => ('healthcheck' in service ? [service.healthcheck] : []));

  t.is(checks.length, 2);
  for (const check of checks as { test: unknown[] }[])
    t.true(
      check.test.every((word) => typeof word === 'string'),
      JSON.stringify(check.test),
    );
});

/** Rights of a container, of which each could be spelt in another way that docker compose takes for the same, or for none. */
const isLocked = ({ ports, read_only, cap_drop, cap_add, privileged, security_opt, mem_limit, pids_limit }: Service) =>
  ports?.every((port) => typeof port === 'string' && /^127\.0\.0\.1:\d+:\d+$/.test(port)) === true &&
  read_only === true &&
  isDeepStrictEqual(cap_drop, ['ALL']) &&
  cap_add === undefined &&
  privileged === undefined &&
  isDeepStrictEqual(security_opt, ['no-new-privileges:true']) &&
  /^\d+m$/.test(mem_limit ?? '') &&
  Number(pids_limit) > 0;

test('the gateway in compose is for this machine, without rights that it does not need, and within limits', (t) => {
  t.true(isLocked(composed('compose.yaml').services.tillbox));
});

const unlocked: readonly (readonly [from: string, to: string])[] = [
  ["'127.0.0.1:8080:8080'", "'8080:8080'"],
  ["'127.0.0.1:3000:3000'", '3000'],
  ["'127.0.0.1:3000:3000'", "'0.0.0.0:3000:3000'"],
  ["'127.0.0.1:3000:3000'", "'[::]:3000:3000'"],
  ['read_only: true', 'read_only: false'],
  ['read_only: true', ''],
  ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]'],
  ['cap_drop: [ALL]', ''],
  ['cap_drop: [ALL]', 'cap_drop: [ALL]\n    cap_add: [NET_ADMIN]'],
  ['cap_drop: [ALL]', 'privileged: true'],
  ["['no-new-privileges:true']", "['no-new-privileges:false']"],
  ["['no-new-privileges:true']", '[]'],
  ['mem_limit: 512m', ''],
  ['mem_limit: 512m', 'mem_limit: 0'],
  ['pids_limit: 100', ''],
  ['pids_limit: 100', 'pids_limit: -1'],
];
for (const [from, to] of unlocked)
  test(`a container with ${JSON.stringify(to)} in place of ${from} would have more`, (t) => {
    const text = readFileSync(join(root, 'compose.yaml'), 'utf8');

    t.true(text.includes(from));
    t.false(isLocked(parse(text.replace(from, () => to)).services.tillbox));
  });

test('several gateways in compose have settings that hold, a control API with a token, and the database beside them', (t) => {
  const { services } = replicas();
  const config = readConfig(services.tillbox.environment);

  t.true(services.tillbox.deploy.replicas > 1);
  t.like(config, { shop: false, controlPort: 8081, controlToken: 'made-up', publicUrl: 'http://localhost:8080' });
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: database } = services.postgres.environment;
  t.is(config.store, `postgres://${user}:${password}@postgres/${database}`);
  t.throws(() => composed('compose.replicas.yaml'), { message: /^CONTROL_TOKEN: / });
});

test('the balancer in compose asks each gateway whether it is ready, and keeps the control API to the machine', (t) => {
  const { services, configs } = replicas();
  const { balancer, tillbox } = services;
  const text: string = configs[balancer.configs[0].source].content;

  t.deepEqual(balancer.ports, ['8080:8080', '127.0.0.1:8081:8081']);
  for (const port of [8080, Number(tillbox.environment.CONTROL_PORT)]) {
    t.regex(text, new RegExp(`bind :${port}$`, 'm'));
    t.regex(text, new RegExp(`server-template tillbox \\d+ tillbox:${port}$`, 'm'));
  }
  t.regex(text, /option httpchk GET \/sandbox\/ready$/m);
  const [, most] = /server-template tillbox (\d+)/.exec(text) ?? [];
  t.true(tillbox.deploy.replicas <= Number(most));
});

test('the services on the page about callbacks reach each other by the names and ports that they have', (t) => {
  const [page] = blocksIn('docs/tasks/callbacks.md').filter(({ language }) => language === 'yaml');
  const { tillbox, shop } = parse(page?.text ?? '').services;
  const { callbackUrl, callbackToken, publicUrl } = readConfig(tillbox.environment);
  const [[published]] = tillbox.ports.map((pair: string) => pair.split(':'));

  t.is(new URL(callbackUrl).hostname, 'shop');
  t.is(callbackToken, 'secret');
  t.is(publicUrl, `http://localhost:${published}`);
  t.is(shop.environment.GATEWAY_URL, 'http://tillbox:8080/payment/rest/');
});
