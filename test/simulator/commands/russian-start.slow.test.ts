import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { banner } from '../../../simulator/commands/banner.ts';
import { listenMistake } from '../../../simulator/commands/listen-error.ts';
import { readConfig } from '../../../simulator/commands/read-config.ts';
import { inRussianWords } from '../../../simulator/commands/russian/speak.ts';
import { StoreError } from '../../../simulator/domain/errors/store-error.ts';
import { ConfigError } from '../../../simulator/options/config-error.ts';
import { textLine } from '../../../simulator/runtime/text-line.ts';
import { openStore } from '../../../simulator/store/open-store.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { endedProcess, ownProcessFor } from '../../helpers/process/own-process.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';

const russian = { LANG: 'ru_RU.UTF-8', LOG_FORMAT: 'text' };

const register = async (restUrl: string, fields: Readonly<Record<string, string>> = {}) => {
  const order = { amount: '1500000', returnUrl: 'https://shop.example/', ...login, ...fields };
  const answer = await fetch(`${restUrl}register.do`, { method: 'POST', body: new URLSearchParams(order) });
  return (await answer.json()) as { readonly formUrl: string; readonly errorMessage?: string };
};

test('as text, a Russian terminal is told in Russian of the start, of each step and of each callback', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const program = await ownProcessFor(t, { ...russian, LOG_LEVEL: '', CALLBACK_URL: shop.url });
  const { formUrl } = await register(program.restUrl, { orderNumber: '1042' });
  await pay(formUrl, { card: challengeCard });
  await shop.hasReceived(1);
  const refused = await register(program.restUrl, { password: 'wrong' });
  await program.kill('SIGTERM');

  const { out } = program.output;
  const host = new URL(shop.url).host;
  for (const words of [
    'имитирует платёжный шлюз: Bereke Bank (BANK=bereke). Настоящих денег здесь нет.',
    'Зарегистрируйте заказ и откройте formUrl из ответа:',
    'Остановить: Ctrl+C.',
    'зарегистрирован мерчантом test_user, 15 000.00 KZT',
    'покупатель отправлен на страницу банка-эмитента (3-D Secure 2)',
    'оплачен 15 000.00 KZT, подтверждение пройдено',
    `уведомление deposited: HTTP 500 от ${host}, повтор через 30 с`,
    'внимание: у test_user другой пароль  path=rest/register.do',
  ])
    t.true(out.includes(words), `${words}\n${out}`);
  t.regex(out, /\d\d:\d\d:\d\d {2}заказ 1042 \(….{6}\) {2}/);
  t.is(refused.errorMessage, 'Access denied', 'answers are in the language of the call');
});

test('the columns of the Russian banner are aligned', (t) => {
  const url = 'http://127.0.0.1:8080';
  const simulator = { url, restUrl: `${url}/payment/rest/`, controlUrl: `${url}/sandbox`, bank: bereke };
  const facts = { version: '1.2.3', config: readConfig({}), simulator, scenarios: '21 come with tillbox' };
  const rows = banner(facts, inRussianWords)
    .split('\n')
    .filter((line) => /^ {2}[А-ЯA].* {2}/.test(line));

  t.is(rows.length, 7);
  t.is(new Set(rows.map((line) => line.length - line.replace(/^ {2}.+? {2,}(?=\S)/, '').length)).size, 1);
  t.true(rows.some((line) => line.endsWith('21 сценарий из состава tillbox')));
});

const bankNames = banks.map(({ name }) => name);

// biome-ignore format: one line per case
const mistakes: readonly (readonly [environment: Readonly<Record<string, string>>, line: string])[] = [
  [{ PORT: '80x' }, 'PORT=80x: укажите целое число от 0 до 65535 (0: любой свободный порт)'],
  [{ BANK: 'berke' }, `BANK=berke: укажите ${bankNames.slice(0, -1).join(', ')} или ${bankNames.at(-1)} либо путь к файлу, например ./my-bank.yaml; может быть, вы имели в виду bereke?`],
  [{ CALLBACK_URL: 'shop.example/callback' }, 'CALLBACK_URL=shop.example/callback: укажите адрес, который начинается с http:// или https://, или оставьте пустым; может быть, вы имели в виду http://shop.example/callback?'],
  [{ CALLBACK: 'http://a.test/' }, 'CALLBACK=http://a.test/: такой настройки нет; может быть, вы имели в виду CALLBACK_URL (адрес, который начинается с http:// или https://, или оставьте пустым)?'],
  [{ SHOP: 'maybe' }, 'SHOP=maybe: укажите on или off'],
  [{ MERCHANTS: 'secret-login' }, 'MERCHANTS=***: укажите пары login:password через запятую, каждый логин один раз'],
  [{ CALLBACK_CHECKSUM: 'hmac' }, 'CALLBACK_CHECKSUM=hmac: укажите CALLBACK_TOKEN, которым подписывать'],
];

test('errors of settings are Russian', (t) => {
  for (const [environment, line] of mistakes) {
    const { message } = t.throws(() => readConfig(environment), { instanceOf: ConfigError });
    t.true(inRussianWords(message).split('\n').includes(line), inRussianWords(message));
  }
});

test('a start is refused in Russian, or in English if its log is JSON', async (t) => {
  const inRussian = await endedProcess(t, { ...russian, PORT: '80x' });
  const inJson = await endedProcess(t, { ...russian, LOG_FORMAT: 'json', PORT: '80x' });

  t.deepEqual(inRussian, { exitCode: 1, error: `${mistakes[0]?.[1]}\n` });
  t.is(inJson.exitCode, 1);
  t.notRegex(inJson.error, /[а-яё]/i);
});

test('errors of stores and hosts are Russian', async (t) => {
  const { message } = await t.throwsAsync(openStore('sqlite:/nowhere/at/all.db'), { instanceOf: StoreError });
  const wanted = { variable: 'PORT', port: 8080, host: 'shop.invalid', command: 'tillbox' } as const;
  const mistake = await listenMistake(Object.assign(new Error('lookup'), { code: 'ENOTFOUND' }), wanted);

  t.is(
    inRussianWords(message),
    'STORE=sqlite:/nowhere/at/all.db: укажите файл в папке, которая существует и в которую этот пользователь может писать',
  );
  t.is(
    inRussianWords(mistake ?? ''),
    'HOST=shop.invalid: укажите адрес этой машины, но имя никуда не ведёт; с HOST=127.0.0.1 tillbox шлюз доступен только этой машине',
  );
});

test('a port in use is named in Russian, with a command for another one', async (t) => {
  const { url } = await simulatorFor(t);
  const port = Number(new URL(url).port);
  const error = Object.assign(new Error('listen'), { code: 'EADDRINUSE' });

  for (const variable of ['PORT', 'SHOP_PORT'] as const) {
    const wanted = { variable, port, host: '127.0.0.1', command: 'npm start', patienceMs: 60_000 };
    const mistake = inRussianWords((await listenMistake(error, wanted)) ?? '');

    t.true(
      mistake.startsWith(
        `${variable}=${port}: укажите свободный порт, этот занимает другой tillbox (BANK=bereke, версия `,
      ),
      mistake,
    );
    t.regex(mistake, new RegExp(`; ${variable}=\\d+ npm start возьмёт другой порт, ${variable}=0 — любой свободный$`));
    t.true(
      inRussianWords(`${await listenMistake(error, wanted)}; SHOP=off leaves the demo store out`).endsWith(
        '; SHOP=off уберёт демо-магазин',
      ),
    );
  }
});

// biome-ignore format: one line per case
const lines: readonly (readonly [english: string, russian: string])[] = [
  ['paid 5.00 KZT of 15 000.00 KZT, frictionless', 'оплачен 5.00 KZT из 15 000.00 KZT, frictionless'],
  ['held 15 000.00 KZT', 'удержано 15 000.00 KZT'],
  ['declined with 116 (insufficient-funds), challenge passed, attempt 1 of 3', 'отказ с кодом 116 (insufficient-funds), подтверждение пройдено, попытка 1 из 3'],
  ['expired with -2014 (left-payment-page)', 'истёк с кодом -2014 (left-payment-page)'],
  ['callback deposited (status 0): given up after 3 tries: refused by a.test', 'уведомление deposited (status 0): не доставлено, 3 попытки: соединение отклонено a.test'],
  ['callback deposited: HTTP 500 from a.test, again in 1.5 s', 'уведомление deposited: HTTP 500 от a.test, повтор через 1.5 с'],
  ['callback deposited: accepted by a.test, sent 2 times in all (scenario twice)', 'уведомление deposited: принято a.test, отправлено всего 2 раза (сценарий twice)'],
  ['callback deposited: not sent, as if refused by a.test (scenario deaf), again in 30 s', 'уведомление deposited: не отправлено, будто соединение отклонено a.test (сценарий deaf), повтор через 30 с'],
  ['callback deposited comes 10m late, has a wrong checksum (scenario late)', 'уведомление deposited опаздывает на 10 мин, несёт неверную контрольную сумму (сценарий late)'],
  ['refund: the gateway answers HTTP 503 (scenario away)', 'refund: шлюз отвечает HTTP 503 (сценарий away)'],
  ['scenario wish asked for a capture: not possible, this is more than is held', 'сценарий wish запросил списание: это невозможно, это больше удержанной суммы'],
  ['scenario files were read again', 'файлы сценариев перечитаны'],
];

test('lines of the log are Russian as a whole', (t) => {
  for (const [english, said] of lines) t.is(inRussianWords(english), said);
  const line = { level: 'error', facts: { bindingId: 'abcdef123456' }, message: 'a bug', isStep: false } as const;
  const style = { hide: (text: string) => text, paints: false, atMs: 0 };
  t.regex(textLine(line, { ...style, say: inRussianWords }), / {2}связка …123456 {2}ошибка: ошибка в программе\n$/);
  t.regex(textLine(line, style), / {2}stored card …123456 {2}error: a bug\n$/);
});
