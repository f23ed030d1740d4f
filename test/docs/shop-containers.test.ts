import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { parse } from 'yaml';
import { readConfig } from '../../simulator/commands/read-config.ts';
import { optionsOf } from '../../simulator/config.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { cardFields } from '../helpers/payments/pay-form.ts';
import { shellBlocksIn } from '../helpers/process/shell-blocks.ts';
import { temporaryFolder } from '../helpers/process/temporary-folder.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { ask } from '../helpers/simulator/ask.ts';
import { type Fields, type Json, simulatorFor } from '../helpers/simulator/simulator.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The two shops with a plugin of the bank: where their plugins are, and the port of each. */
const shops = [
  { name: 'woocommerce', port: 8081, folder: 'wp-content/plugins/a-bank' },
  { name: 'opencart', port: 8082, folder: 'system/library' },
] as const;

const servicesOf = (name: string) => parse(read(`docs/recipes/${name}/compose.yaml`)).services;

/** The image listens here, as its own settings say. */
const [, image = ''] = /HOST=(\S+)/.exec(read('Dockerfile')) ?? [];

const configOf = (name: string) => readConfig({ HOST: image, ...servicesOf(name).tillbox.environment });

for (const { name, port } of shops) {
  test(`${name}: shop and gateway have the same addresses inside as outside`, (t) => {
    const { shop, tillbox } = servicesOf(name);
    const config = configOf(name);
    const setUp = JSON.stringify(shop);

    t.is(tillbox.network_mode, 'service:shop');
    t.is(tillbox.ports, undefined, 'the container whose network it is publishes its port');
    t.is(config.publicUrl, `http://localhost:${config.port}`);
    t.deepEqual(shop.ports, [`127.0.0.1:${port}:${port}`, `127.0.0.1:${config.port}:${config.port}`]);
    t.true(setUp.includes(`s/^Listen 80$$/Listen ${port}/`));
    t.true(setUp.includes(`s/:80>/:${port}>/`));
    for (const page of [`docs/${name}.md`, `docs/ru/${name}.md`])
      for (const address of [`http://localhost:${port}`, `http://localhost:${config.port}/payment/rest/`])
        t.true(read(page).includes(address), `${page}: ${address}`);
  });

  test(`${name}: the pages name the login of the file, which ends as plugins want it`, (t) => {
    const { merchants, controlToken } = configOf(name);
    const [{ login, password } = { login: '', password: '' }] = merchants;

    t.regex(login, /^\w+-api$/);
    for (const page of [`docs/${name}.md`, `docs/ru/${name}.md`]) {
      for (const value of [login, password]) t.true(read(page).includes(`| \`${value}\` |`), `${page}: ${value}`);
      t.true(
        read(page).includes(`Authorization: Bearer ${controlToken}' http://localhost:8080/sandbox/merchants/${login}/`),
      );
    }
  });

  test(`${name}: the shop waits for its database, and knows it`, (t) => {
    const { shop, database } = servicesOf(name);
    const { MARIADB_USER: user, MARIADB_PASSWORD: password, MARIADB_DATABASE: base } = database.environment;

    t.deepEqual(shop.depends_on, { database: { condition: 'service_healthy' } });
    t.true(database.healthcheck.test.every((word: unknown) => typeof word === 'string'));
    if (shop.environment)
      t.deepEqual(shop.environment, {
        WORDPRESS_DB_HOST: 'database',
        WORDPRESS_DB_USER: user,
        WORDPRESS_DB_PASSWORD: password,
        WORDPRESS_DB_NAME: base,
      });
    else t.deepEqual([user, password, base], ['shop', 'shop', 'shop'], 'the page says so');
  });
}

/** What a plugin of a bank may look like, in made-up files. */
const files = {
  'include.php': "<?php\ndefine('A_TEST_URL', 'https://test.bank.example/payment/rest/');\n",
  'lib/gateway.php': '<?php\nclass A { private $url = "https://pay.bank.example/payment/rest/"; }\n',
  'other.php': "<?php\n$help = 'https://bank.example/help/'; // see https://bank.example/docs\n",
};

for (const { name, folder } of shops)
  test(`${name}: the printed command puts tillbox in the place of the bank, and changes nothing else`, (t) => {
    const project = temporaryFolder(t);
    for (const path of ['wp-content', 'admin', 'catalog', 'system', `${folder}/lib`])
      mkdirSync(join(project, path), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(project, folder, file), text);
    const { text = '' } = shellBlocksIn(`docs/${name}.md`).find((block) => block.text.includes('grep')) ?? {};
    const [, command = ''] = /^docker compose exec shop (sh -c .*)$/m.exec(text) ?? [];

    for (const _ of ['the first time', 'after an update']) execFileSync('bash', ['-c', command], { cwd: project });

    const own = 'http://localhost:8080/payment/rest/';
    const changed = Object.keys(files).map((file) => readFileSync(join(project, folder, file), 'utf8'));
    t.deepEqual(changed, [
      files['include.php'].replace('https://test.bank.example/payment/rest/', own),
      files['lib/gateway.php'].replace('https://pay.bank.example/payment/rest/', own),
      files['other.php'],
    ]);
  });

/** A call of the plugin to the gateway by a name and port that only containers know. */
const callAs = async (url: string, host: string, path: string, fields: Fields): Promise<Json> => {
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(fields).toString();
  const { status, text } = await ask(new URL(path, url), { method: 'POST', headers, body });
  return { status, ...JSON.parse(text) };
};

/** Sets up the callbacks as plugins of version 3 do when their settings are saved. */
const saveSettings = (url: string, host: string, siteUrl: string) =>
  ask(new URL('/mportal-uat/mvc/public/merchant/update/shop', url), {
    method: 'POST',
    headers: {
      host,
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from('shop-api:shop-password').toString('base64')}`,
    },
    body: JSON.stringify({
      callbacks_enabled: true,
      callback_addresses: `${siteUrl}?wc-api=a-bank&action=callback`,
      callback_operations: 'deposited,approved,declinedByTimeout',
    }),
  });

const login = { userName: 'shop-api', password: 'shop-password' };
const order = {
  ...login,
  amount: '450000',
  orderNumber: '17_1767254400',
  returnUrl: 'http://localhost:8081/?order=17',
};

const simulatorOf = (t: ExecutionContext, environment: Readonly<Record<string, string>>) => {
  const { port: _, host, publicUrl, hosts, merchants } = optionsOf(readConfig(environment));
  return simulatorFor(t, {
    ...(host !== undefined && { host }),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(hosts && { hosts }),
    ...(merchants && { merchants }),
  });
};

for (const { name } of shops)
  for (const announces of ['once, for all orders', 'with each order'])
    test(`${name}: an order is paid in the browser, and the shop that names its address ${announces} hears of it`, async (t) => {
      const shop = await receiverFor(t, 200);
      const siteUrl = `http://localhost:${new URL(shop.url).port}`;
      const { url, callBare, settled } = await simulatorOf(t, { HOST: image, ...servicesOf(name).tillbox.environment });
      const isOnce = announces.startsWith('once');
      if (isOnce) t.is((await saveSettings(url, 'localhost:8080', siteUrl)).status, 200);
      const dynamicCallbackUrl = `${siteUrl}?wc-api=a-bank&action=callback`;

      const { orderId, formUrl } = await callAs(url, 'localhost:8080', '/payment/rest/register.do', {
        ...order,
        ...(!isOnce && { dynamicCallbackUrl }),
      });
      t.true(formUrl.startsWith('http://localhost:8080/payment/merchants/'));
      const { pathname, search } = new URL(formUrl);
      t.is(
        (await ask(new URL(pathname + search, url), { method: 'GET', headers: { host: 'localhost:8080' } })).status,
        200,
      );
      const { redirect } = await callBare('processform.do', { MDORDER: orderId, ...cardFields(plainCard) });
      await settled();

      t.is(new URL(redirect).origin, 'http://localhost:8081');
      t.is(shop.received.length, 1);
      t.like(Object.fromEntries(shop.received[0]?.form ?? []), {
        'wc-api': 'a-bank',
        action: 'callback',
        mdOrder: orderId,
        orderNumber: order.orderNumber,
        operation: 'deposited',
        status: '1',
      });
    });

const apart = [
  ['with PUBLIC_URL, for a browser on the machine', { PUBLIC_URL: 'http://localhost:8080' }, 'http://localhost:8080'],
  ['without it, for a browser in a container', {}, 'http://tillbox:8080'],
] as const;

for (const [how, settings, origin] of apart)
  test(`a shop in a container of its own calls http://tillbox:8080, and links begin with ${origin}: ${how}`, async (t) => {
    const environment = { HOST: image, MERCHANTS: 'shop-api:shop-password', ...settings };
    const { url } = await simulatorOf(t, {
      ...parse(read('compose.yaml')).services.tillbox.environment,
      ...environment,
    });

    const registered = await callAs(url, 'tillbox:8080', '/payment/rest/register.do', order);
    t.is(new URL(registered['formUrl']).origin, origin);
    const status = { ...login, orderId: registered['orderId'] };
    for (const host of ['tillbox:8080', 'localhost:8080', 'host.docker.internal:8080'])
      t.like(await callAs(url, host, '/payment/rest/getOrderStatusExtended.do', status), {
        status: 200,
        errorCode: '0',
      });
  });
