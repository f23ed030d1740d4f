import test from 'ava';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { banner } from '../../../simulator/commands/banner.ts';
import { printBanner } from '../../../simulator/commands/print-banner.ts';
import { readConfig } from '../../../simulator/commands/read-config.ts';
import { trustCommands } from '../../../simulator/commands/trust-commands.ts';
import { networkAddress } from '../../../simulator/runtime/network-address.ts';
import { partsOfBanner } from '../../helpers/process/banner.ts';

const factsFor = (environment: Readonly<Record<string, string>>) => ({
  config: readConfig(environment),
  simulator: {
    url: 'http://127.0.0.1:8080',
    restUrl: 'http://127.0.0.1:8080/payment/rest/',
    controlUrl: 'http://127.0.0.1:8080/sandbox',
    bank: bereke,
  },
  scenarios: '3 in /scenarios',
  shopUrl: 'http://127.0.0.1:3000',
});

const rowsFor = (environment: Readonly<Record<string, string>>, shopUrl?: string) =>
  partsOfBanner(banner({ ...factsFor(environment), shopUrl, version: '1.2.3' }));

test('the banner says which version imitates which bank, and where everything is', (t) => {
  const { heading, facts, command } = rowsFor({}, 'http://127.0.0.1:3000');

  t.is(heading, 'tillbox 1.2.3 imitates the card payment gateway of Bereke Bank (BANK=bereke). No money moves here.');
  t.deepEqual(facts, {
    'Merchant API': 'http://127.0.0.1:8080/payment/rest/',
    'Control API': 'http://127.0.0.1:8080/sandbox',
    'Card page': 'http://127.0.0.1:8080/payment/merchants/payment_en.html?mdOrder=<orderId>',
    'Demo shop': 'http://127.0.0.1:3000/',
    Callbacks: 'to the demo shop; CALLBACK_URL= sends them to your shop',
    Login: 'test_user / test_user_password',
    Scenarios: '3 in /scenarios',
  });
  t.is(
    command,
    `  curl http://127.0.0.1:8080/payment/rest/register.do \\
    -d amount=1500000 -d currency=398 -d userName=test_user -d password=test_user_password \\
    -d returnUrl=http://127.0.0.1:3000/ -d description=my_first_order -d language=en`,
  );
});

const rows: readonly (readonly [environment: Readonly<Record<string, string>>, row: string, text: string])[] = [
  [{}, 'Demo shop', 'off'],
  [{}, 'Callbacks', 'off; CALLBACK_URL= sends them to your shop'],
  [{ CALLBACK_URL: 'http://127.0.0.1:3001/cb' }, 'Callbacks', 'to http://127.0.0.1:3001/cb'],
  [{ HOST: '0.0.0.0' }, 'Control API', 'off, because other machines reach it; CONTROL_TOKEN= switches it on'],
  [
    { HOST: '0.0.0.0', CONTROL_TOKEN: 'secret' },
    'Control API',
    'http://127.0.0.1:8080/sandbox, with "Authorization: Bearer <CONTROL_TOKEN>"',
  ],
  [{ HOST: '0.0.0.0', CONTROL_PORT: '8081' }, 'Control API', 'http://127.0.0.1:8080/sandbox'],
  [
    { PUBLIC_URL: 'https://pay.example/' },
    'Card page',
    'https://pay.example/payment/merchants/payment_en.html?mdOrder=<orderId>',
  ],
  [{ MERCHANTS: '*' }, 'Login', 'any / any'],
];

for (const [environment, row, text] of rows) {
  test(`with ${JSON.stringify(environment)} the banner says ${row}: ${text}`, (t) => {
    t.is(rowsFor(environment).facts[row], text);
  });
}

const tls = {
  url: 'https://127.0.0.1:8443',
  restUrl: 'https://127.0.0.1:8443/payment/rest/',
  authorityFile: "/home/o'brien/.tillbox/tls/authority.pem",
};

test('with HTTPS the banner says where it is, and how each client is made to trust the authority', (t) => {
  const facts = factsFor({});
  const text = banner({ ...facts, simulator: { ...facts.simulator, tls }, version: '1.2.3' });
  const { facts: rows } = partsOfBanner(text);

  t.is(rows['HTTPS'], tls.restUrl);
  t.is(rows['Authority'], tls.authorityFile);
  t.true(text.includes('Over HTTPS, clients have to trust the authority:'));
  const file = `'/home/o'\\''brien/.tillbox/tls/authority.pem'`;
  t.deepEqual(trustCommands(tls.authorityFile, tls.url, 'linux').slice(0, 4), [
    ['curl', `curl --cacert ${file} https://127.0.0.1:8443/sandbox/health`],
    ['Node', `NODE_EXTRA_CA_CERTS=${file}`],
    ['PHP', `php -d curl.cainfo=${file} -d openssl.cafile=${file}`],
    ['Java', `keytool -importcert -noprompt -cacerts -storepass changeit -alias tillbox -file ${file}`],
  ]);
  for (const [platform, command] of [
    ['linux', 'sudo cp /a.pem /usr/local/share/ca-certificates/tillbox.crt && sudo update-ca-certificates'],
    ['darwin', 'sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain /a.pem'],
    ['win32', 'certutil -addstore -user Root /a.pem'],
  ] as const)
    t.deepEqual(trustCommands('/a.pem', tls.url, platform).at(-1), ['browser', command]);
});

test('a certificate of one’s own needs no trust', (t) => {
  const facts = factsFor({});
  const own = { url: tls.url, restUrl: tls.restUrl };
  const text = banner({ ...facts, simulator: { ...facts.simulator, tls: own }, version: '1.2.3' });

  t.is(partsOfBanner(text).facts['HTTPS'], tls.restUrl);
  t.notRegex(text, /trust|Authority/);
});

const networks = {
  lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
  wlan0: [
    { address: 'fe80::1', family: 'IPv6', internal: false },
    { address: '192.168.1.5', family: 'IPv4', internal: false },
  ],
} as const;

test('the address for other devices is that of the network, if the gateway listens there', (t) => {
  t.is(networkAddress('0.0.0.0', networks), '192.168.1.5');
  t.is(networkAddress('::', networks), '192.168.1.5');
  t.is(networkAddress('127.0.0.1', networks), undefined);
  t.is(networkAddress('0.0.0.0', { lo: networks.lo }), undefined);
});

const printed = async (isTTY: boolean, host: string): Promise<string> => {
  const texts: string[] = [];
  const screen = { isTTY, write: (text: string) => texts.push(text) };
  await printBanner(factsFor({ HOST: host }), { screen, networks });
  return texts.join('');
};

test('only a terminal shows the address for other devices as a QR code', async (t) => {
  const [terminal, file, own] = [
    await printed(true, '0.0.0.0'),
    await printed(false, '0.0.0.0'),
    await printed(true, '127.0.0.1'),
  ];

  t.is(partsOfBanner(file).facts['Network'], 'http://192.168.1.5:8080/, from other devices');
  t.true(terminal.startsWith(file));
  const code = terminal.slice(file.length).trim().split('\n');
  t.is(code.length, 15, 'a code of 25 modules with a border of two, two modules in a line');
  for (const text of [file, own]) t.false(text.includes('\u001b'));
  t.false(own.includes('Network'));
});
