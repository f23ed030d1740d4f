import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { parse } from 'yaml';
import { bankNamed } from '../../simulator/banks/all.ts';
import { readConfig } from '../../simulator/commands/read-config.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The port that the image opens for the gateway. */
const [, port = ''] = /^EXPOSE (\d+)/m.exec(read('Dockerfile')) ?? [];

/** What the recipes in other languages read from the environment. */
const asked = [...read('docs/recipes/README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name);

test('the workflow starts the gateway as a service with an open control API, and tells the tests where it is', (t) => {
  const workflow = parse(read('docs/recipes/github-actions/tests.yaml'));
  const { services, env, steps } = workflow.jobs.tests;
  const { tillbox } = services;

  t.regex(tillbox.image, /^\$\{\{ vars\.TILLBOX_IMAGE \}\}$/);
  t.deepEqual(tillbox.ports, [`${port}:${port}`]);
  t.is(readConfig(tillbox.env).controlToken, env.TILLBOX_TOKEN);
  t.is(env.TILLBOX_URL, `http://localhost:${port}`);
  t.true(tillbox.options.includes(`--add-host ${env.SHOP_HOST}:host-gateway`));
  t.deepEqual(Object.keys(env), asked);
  t.is(steps.at(-1).run, 'python3 -m unittest');
});

test('docker compose starts the gateway with an open control API, and then the tests, which know where it is', (t) => {
  const { tillbox, tests } = parse(read('docs/recipes/compose/compose.yaml')).services;

  t.regex(tillbox.image, /^\$\{TILLBOX_IMAGE:-tillbox\}$/);
  t.is(readConfig(tillbox.environment).controlToken, tests.environment.TILLBOX_TOKEN);
  t.is(tests.environment.TILLBOX_URL, `http://tillbox:${port}`);
  t.deepEqual(Object.keys(tests.environment), asked);
  t.deepEqual(tests.depends_on, { tillbox: { condition: 'service_healthy' } });
});

test('the compose file for HTTPS leads the hosts of the bank to the port that they mean, and gives the shop the authority', (t) => {
  const { services, volumes } = parse(read('docs/recipes/https/compose.yaml'));
  const { tillbox, shop } = services;
  const { tls, tlsPort, tlsFolder, bank } = readConfig(tillbox.environment);
  const { hosts } = bankNamed(bank) ?? {};

  t.true(tls);
  t.is(tlsPort, 443);
  t.deepEqual([...tillbox.networks.default.aliases].sort(), Object.values(hosts ?? {}).sort());
  t.true(
    hosts?.production !== undefined && read('docs/recipes/https/shop.mjs').includes(`https://${hosts.production}/`),
  );
  const [[kept, folder = '']] = tillbox.volumes.map((volume: string) => volume.split(':'));
  const [name, mounted, right] = shop.volumes.at(-1).split(':');
  t.is(name, kept);
  t.is(right, 'ro');
  t.true(name in volumes);
  t.is(shop.environment.NODE_EXTRA_CA_CERTS, `${tlsFolder.replace(folder, mounted)}/authority.pem`);
  t.deepEqual(shop.depends_on, { tillbox: { condition: 'service_healthy' } });
});

test('every recipe for a container takes the image that the README builds, and sets CONTROL_TOKEN', (t) => {
  t.regex(read('README.md'), /docker build -t tillbox \.\ndocker run [^\n]*-e CONTROL_TOKEN=\S+ tillbox\n/);
  const testcontainers = read('docs/recipes/testcontainers/payment.test.ts');
  t.true(testcontainers.includes("new GenericContainer(process.env['TILLBOX_IMAGE'] ?? 'tillbox')"));
  t.true(testcontainers.includes('CONTROL_TOKEN: token'));
  t.true(testcontainers.includes(`.withExposedPorts(${port})`));
});
