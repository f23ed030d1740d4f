import { isIP } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { bankName, bankNamed, banks } from './banks/all.ts';
import type { Bank } from './banks/bank.ts';
import { basePaths, expectedBasePath } from './banks/base-path.ts';
import { expectedBankFile, isBankFile } from './banks/own-bank/bank-file.ts';
import { isCallbackParameter } from './data/callback-parameters.ts';
import { currencyWords, isKnownCurrency } from './data/currencies.ts';
import { newestStatusVersion } from './data/status-fields.ts';
import {
  type CallbackOperation,
  type CallbackSettings,
  callbackChecksums,
  callbackOperations,
  defaultCallbackSettings,
} from './domain/callback.ts';
import { documentedLogin, type MerchantOptions, mostPaymentAttempts } from './domain/merchant.ts';
import {
  durationIn,
  listOf,
  logins,
  oneOf,
  onOff,
  orNothing,
  pageAddress,
  portNumber,
  type Reader,
  textLike,
  webOrigin,
  whole,
} from './domain/read-setting.ts';
import {
  anyObject,
  type Check,
  type Checks,
  listOf as listCheck,
  textLike as textCheck,
  textOr,
  thing,
  wholeNumber,
} from './options/check-options.ts';
import { type LogLevel, logFormats, logLevels } from './runtime/log-line.ts';
import { defaultScenarios, scenariosFolder } from './scenario-engine/definition/bundled-scenarios.ts';
import type { Scenario } from './scenario-engine/scenario.ts';
import { expectedStore, readStoreName, type StoreName } from './store/open-store.ts';
import { shownStore } from './text/without-password.ts';
import { shownKeyFile } from './tls/tls-conflict.ts';

/** A setting that only the environment has. */
interface Setting<Value> extends Omit<Reader<Value>, 'option'> {
  readonly variable: string;
  /** The heading under which the documentation lists it. */
  readonly group: string;
  /** As text, like a value of the environment. */
  readonly default: string;
  readonly meaning: string;
  readonly meaningInRussian: string;
  /** Of a setting that holds a secret: what an error may show of a wrong value. */
  readonly shown?: (text: string) => string;
  /** Whether other programs have such a variable, too: one with a similar name does not prevent a start. */
  readonly isCommon?: true;
}

/** A setting that is also an option of `startSimulator`, under the name of the row. */
interface OptionSetting<Value, Option, Given> extends Setting<Value> {
  /** The values that a program may give. */
  readonly option: Check<Given>;
  /** The option for a value; the value itself by default. */
  readonly toOption?: (value: Value) => Option;
  /** The default of the option, if it is another than that of the environment. */
  readonly inProcess?: Option;
  /** A text that is given as an option is read like one of the environment. */
  readonly readsText?: true;
  readonly isOption: true;
}

/** A setting that is a field of the option `callbacks`. */
interface CallbackSetting<Value> extends Setting<Value> {
  readonly callback: keyof CallbackSettings;
}

const setting = <Value>(group: string, row: Omit<Setting<Value>, 'group'>): Setting<Value> => ({ group, ...row });

const option = <Value, Option = Value, Given = Exclude<Option, undefined>>(
  group: string,
  row: Omit<OptionSetting<Value, Option, Given>, 'group' | 'isOption'>,
): OptionSetting<Value, Option, Given> => ({ group, isOption: true, ...row });

const callback = <Value>(
  field: keyof CallbackSettings,
  row: Omit<Setting<Value>, 'group'>,
): CallbackSetting<Value> => ({
  group: 'Callbacks',
  callback: field,
  ...row,
});

const unlessEmpty = <Value>(value: Value | ''): Value | undefined => (value === '' ? undefined : value);

const unlessZero = (value: number): number | undefined => (value === 0 ? undefined : value);

/** Shows nothing of a secret. */
const hiddenSecret = (): string => '***';

const isOperation = (word: string): word is CallbackOperation => callbackOperations.some((name) => name === word);

const isHost = (word: string): word is string => /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(word);

const isHostName = (word: string): word is string => /^[\w.-]+$/.test(word);

const isNameOrAddress = (word: string): word is string => isHostName(word) || isIP(word) !== 0;

const isOrigin = (word: string): word is string => /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]+$/i.test(word);

const bankNameReader = oneOf(...banks.map(({ name }) => name));

/** The name of a bank, or the path of a file with one. */
const bankReader: Reader<string> = {
  ...bankNameReader,
  expects: `${bankNameReader.expects}, or ${expectedBankFile}`,
  read: (text) => (isBankFile(text) ? text : bankNameReader.read(text)),
  option: {
    expects: `${bankName.expects}, or ${expectedBankFile}`,
    mistakeIn: (given) => (typeof given === 'string' && isBankFile(given) ? undefined : bankName.mistakeIn(given)),
  },
};

const storeName: Omit<Reader<StoreName>, 'option'> = {
  expects: expectedStore,
  read: readStoreName,
  // A name without letters that a password could stand between.
  meant: (text) => {
    if (/^(?:mem|ram|in-?memory)$/i.test(text.trim())) return 'memory';
    return /^[\w./~-]+\.(?:db|sqlite3?)$/.test(text) ? `sqlite:${text}` : undefined;
  },
};

/**
 * Every setting, one row each: the source of the options of `startSimulator` and their defaults, of the environment
 * variables, `--help` and the table of the documentation. Comments are about the option only.
 */
export const settings = {
  port: option('Gateway', {
    variable: 'PORT',
    isCommon: true,
    default: '8080',
    inProcess: 0,
    meaning: 'Port of the gateway.',
    meaningInRussian: 'Порт шлюза.',
    ...portNumber,
  }),
  host: option('Gateway', {
    variable: 'HOST',
    isCommon: true,
    default: '127.0.0.1',
    meaning: 'Address to listen at; 0.0.0.0 in the container image.',
    meaningInRussian: 'Адрес, на котором слушает шлюз; в образе контейнера — 0.0.0.0.',
    ...textLike('an address of this machine', /./s),
  }),
  publicUrl: option('Gateway', {
    variable: 'PUBLIC_URL',
    isCommon: true,
    default: '',
    meaning: 'What `formUrl` and every link start with. Empty: built from each request.',
    meaningInRussian: 'С чего начинаются `formUrl` и все ссылки. Пусто: определяется по каждому запросу.',
    ...orNothing(webOrigin),
    readsText: true,
  }),
  hosts: option('Gateway', {
    variable: 'HOSTS',
    isCommon: true,
    default: '',
    meaning:
      'The names under which the gateway answers, such as `bank.test`, beside `localhost`, `*.localhost` and every IP address. Empty: none else on an address that only this machine reaches if there is no `PUBLIC_URL`, else any.',
    meaningInRussian:
      'Имена, под которыми шлюз отвечает, например `bank.test`, кроме `localhost`, `*.localhost` и любых IP-адресов. Пусто: на адресе, доступном только этой машине, и без `PUBLIC_URL` — никакие другие, иначе любые.',
    ...listOf('names without a port', isHostName),
  }),
  corsOrigins: option('Gateway', {
    variable: 'CORS_ORIGINS',
    isCommon: true,
    default: '',
    meaning:
      'Whose pages may use the merchant API, the portal and the control API from a browser, such as `http://localhost:5173`. Empty: only the pages of the gateway.',
    meaningInRussian:
      'Чьи страницы могут из браузера вызывать API магазина, личный кабинет и API управления, например `http://localhost:5173`. Пусто: только страницы самого шлюза.',
    ...listOf('origins, each with its scheme and without a path', isOrigin),
  }),
  bank: option('Gateway', {
    variable: 'BANK',
    isCommon: true,
    default: 'bereke',
    meaning: 'Whose gateway to imitate.',
    meaningInRussian: 'Шлюз какого банка имитировать.',
    ...bankReader,
    // The path of a file stays one: `startSimulator` reads it before anything else.
    toOption: (name) => (bankNamed(name) ?? name) as Bank,
    option: textOr(bankReader.option, thing<Bank>('a bank of `banks`', 'basePath')),
    readsText: true,
  }),
  statusVersion: option('Gateway', {
    variable: 'STATUS_VERSION',
    default: '0',
    meaning: 'Version of getOrderStatusExtended.do, which says what fields it has. 0: as at the bank.',
    meaningInRussian: 'Версия getOrderStatusExtended.do: от неё зависит, какие в ответе поля. 0: как у банка.',
    ...whole(0, newestStatusVersion),
    toOption: unlessZero,
    option: wholeNumber(1, newestStatusVersion),
  }),
  errorCodeStyle: option('Gateway', {
    variable: 'ERROR_CODE_STYLE',
    default: '',
    meaning:
      'How `errorCode` stands in answers of deposit.do, reverse.do, refund.do and decline.do that went well. Empty: as at the bank.',
    meaningInRussian:
      'Как записан `errorCode` в успешных ответах deposit.do, reverse.do, refund.do и decline.do. Пусто: как у банка.',
    ...orNothing(oneOf('text', 'number')),
    toOption: unlessEmpty,
    option: oneOf('text', 'number').option,
  }),
  contextPath: option('Gateway', {
    variable: 'CONTEXT_PATH',
    default: '',
    meaning:
      'What the paths of the merchant API and the card page begin with, for hosts that keep several banks under one name: `/ab_by`. Empty: as at the bank.',
    meaningInRussian:
      'С чего начинаются пути API магазина и платёжной страницы, если под одним именем живут несколько банков: `/ab_by`. Пусто: как у банка.',
    ...orNothing(textLike(expectedBasePath, basePaths)),
    toOption: unlessEmpty,
    option: textCheck(expectedBasePath, basePaths),
  }),
  currencies: option('Gateway', {
    variable: 'CURRENCIES',
    default: '',
    meaning:
      'The currencies that the bank takes, by number or letters: `933,840` or `BYN,USD`. The first is for orders without one. Empty: as at the bank.',
    meaningInRussian:
      'Валюты, которые принимает банк, цифрами или буквами: `933,840` или `BYN,USD`. Первая — для заказов без валюты. Пусто: как у банка.',
    ...listOf('currencies of ISO 4217 by number or letters', isKnownCurrency, currencyWords),
    toOption: (words) => (words.length === 0 ? undefined : words),
    readsText: true,
  }),
  tls: option('Gateway over HTTPS', {
    variable: 'TLS',
    default: 'off',
    meaning:
      'HTTPS beside HTTP. Its certificate is made at the first start by an authority of this machine, which clients have to trust; or it is that of `TLS_CERT`.',
    meaningInRussian:
      'HTTPS рядом с HTTP. Сертификат при первом запуске выпускает удостоверяющий центр этой машины, которому клиенты должны доверять; или берётся сертификат из `TLS_CERT`.',
    ...onOff,
  }),
  tlsPort: option('Gateway over HTTPS', {
    variable: 'TLS_PORT',
    default: '8443',
    inProcess: 0,
    meaning: 'Port of HTTPS.',
    meaningInRussian: 'Порт HTTPS.',
    ...portNumber,
  }),
  tlsNames: option('Gateway over HTTPS', {
    variable: 'TLS_NAMES',
    default: '',
    meaning:
      'Further names and addresses for the certificate, such as `pay.test`, beside `localhost`, `127.0.0.1`, `::1`, the names of `PUBLIC_URL` and `HOSTS`, and the hosts of the real bank. The gateway answers under each of them over HTTPS.',
    meaningInRussian:
      'Дополнительные имена и адреса в сертификате, например `pay.test`, кроме `localhost`, `127.0.0.1`, `::1`, имён из `PUBLIC_URL` и `HOSTS` и хостов настоящего банка. По HTTPS шлюз отвечает под каждым из них.',
    ...listOf('names or addresses without a port', isNameOrAddress),
  }),
  tlsFolder: option('Gateway over HTTPS', {
    variable: 'TLS_FOLDER',
    default: '~/.tillbox/tls',
    meaning:
      'Folder of the authority, its certificates and the private keys; the latter must be readable by their owner only. `~` is the home folder of the user.',
    meaningInRussian:
      'Папка удостоверяющего центра, его сертификатов и закрытых ключей; ключи должен читать только их владелец. `~` — домашняя папка пользователя.',
    ...textLike('a folder', /./s),
  }),
  tlsCert: option('Gateway over HTTPS', {
    variable: 'TLS_CERT',
    default: '',
    meaning:
      'File with a certificate of your own as PEM, followed by those that lead to its authority. Empty: made here.',
    meaningInRussian:
      'Файл PEM с собственным сертификатом и следующими за ним промежуточными. Пусто: сертификат выпускается здесь.',
    ...orNothing(textLike('a file', /./s)),
  }),
  tlsKey: option('Gateway over HTTPS', {
    variable: 'TLS_KEY',
    default: '',
    meaning: 'File with the private key of `TLS_CERT` as PEM, without a password.',
    meaningInRussian: 'Файл PEM с закрытым ключом к `TLS_CERT`, без пароля.',
    ...orNothing(textLike('a file', /./s)),
    shown: shownKeyFile,
  }),
  /** Each may have settings of its own. */
  merchants: option('Merchants', {
    variable: 'MERCHANTS',
    default: `${documentedLogin.login}:${documentedLogin.password}`,
    meaning: 'Who may call the gateway. `*` lets in any login with any password, each as a merchant of its own.',
    meaningInRussian:
      'Кто может вызывать шлюз. С `*` подходит любой логин с любым паролем, и каждый — отдельный мерчант.',
    ...logins,
    shown: hiddenSecret,
    toOption: (all): readonly MerchantOptions[] => all,
    // `startSimulator` looks into them.
    option: listCheck(anyObject<MerchantOptions>(), 'a list of objects with login and password'),
  }),
  merchantName: option('Merchants', {
    variable: 'MERCHANT_NAME',
    isCommon: true,
    default: 'Demo Store',
    meaning: 'Name of the shop on the card page.',
    meaningInRussian: 'Название магазина на платёжной странице.',
    ...textLike('a text', /./s),
  }),
  loginTries: option('Merchants', {
    variable: 'LOGIN_TRIES',
    default: '60',
    inProcess: 0,
    meaning:
      'How many wrong passwords for a login, or wrong control tokens, may come from one address in a minute; the right one is refused, too, for the rest of it. 0: any number.',
    meaningInRussian:
      'Сколько неверных паролей к логину или неверных токенов управления может прийти с одного адреса за минуту; до конца минуты отклоняется и верный. 0: сколько угодно.',
    ...whole(0, 1_000_000),
  }),
  callbackUrl: callback('url', {
    variable: 'CALLBACK_URL',
    default: '',
    meaning: 'Where callbacks go; an order with a `dynamicCallbackUrl` has its own.',
    meaningInRussian: 'Куда отправляются уведомления; у заказа с `dynamicCallbackUrl` адрес свой.',
    ...orNothing(pageAddress),
  }),
  callbackMethod: callback('method', {
    variable: 'CALLBACK_METHOD',
    default: defaultCallbackSettings.method,
    meaning: 'How callbacks are sent.',
    meaningInRussian: 'Каким методом отправляются уведомления.',
    ...oneOf('GET', 'POST'),
  }),
  callbackToken: callback('token', {
    variable: 'CALLBACK_TOKEN',
    default: '',
    meaning: 'Key of the HMAC checksum of callbacks, or in base64 of the JWT.',
    meaningInRussian: 'Ключ контрольной суммы HMAC для уведомлений или, в base64, ключ JWT.',
    ...orNothing(textLike('a text', /./s)),
    shown: hiddenSecret,
  }),
  callbackChecksum: callback('checksum', {
    variable: 'CALLBACK_CHECKSUM',
    default: '',
    meaning:
      'How callbacks prove where they come from; `rsa` needs no token. Empty: `hmac` if there is a token, else `none`.',
    meaningInRussian:
      'Чем уведомления доказывают своё происхождение; для `rsa` токен не нужен. Пусто: `hmac`, если есть токен, иначе `none`.',
    ...orNothing(oneOf(...callbackChecksums)),
  }),
  callbackOperations: callback('operations', {
    variable: 'CALLBACK_OPERATIONS',
    default: '',
    meaning: 'What merchants are told of. Empty: everything.',
    meaningInRussian: 'О чём сообщать мерчантам. Пусто: обо всём.',
    ...listOf(`names out of ${callbackOperations.join(', ')}`, isOperation, callbackOperations),
  }),
  callbackParameters: callback('parameters', {
    variable: 'CALLBACK_PARAMETERS',
    default: '',
    meaning:
      'Further parameters of callbacks, such as `amount,maskedPan`. Each goes with the operations that carry it.',
    meaningInRussian:
      'Дополнительные параметры уведомлений, например `amount,maskedPan`. Каждый отправляется с теми операциями, у которых он бывает.',
    ...listOf('names of documented callback parameters (not those of card-to-card transfers)', isCallbackParameter),
  }),
  callbackHosts: option('Callbacks', {
    variable: 'CALLBACK_HOSTS',
    default: '',
    meaning:
      'Where callbacks may go, such as `shop.example,127.0.0.1:3000` (the latter is the demo store); one to another host is given up at once. Empty: anywhere but link-local and metadata addresses, and never to the gateway itself.',
    meaningInRussian:
      'Куда можно отправлять уведомления, например `shop.example,127.0.0.1:3000` (второй адрес — демо-магазин); на другой хост уведомление не отправляется вовсе. Пусто: куда угодно, кроме адресов link-local и метаданных, и никогда — самому шлюзу.',
    ...listOf('names or addresses, each with or without a port', isHost),
  }),
  callbackCa: option('Callbacks', {
    variable: 'CALLBACK_CA',
    default: '',
    meaning:
      'File with certificates as PEM that callbacks trust beside the usual authorities: for a shop with a self-signed certificate, or one of an authority of your own.',
    meaningInRussian:
      'Файл PEM с сертификатами, которым уведомления доверяют кроме обычных центров: для магазина с самоподписанным сертификатом или с сертификатом собственного центра.',
    ...orNothing(textLike('a file', /./s)),
  }),
  /** A folder of scenario files, or the scenarios themselves; those that come with tillbox are known by their names anyway. */
  scenarios: option<string, string | readonly Scenario[]>('Payments', {
    variable: 'SCENARIOS',
    default: defaultScenarios,
    inProcess: [],
    meaning:
      'Folder of your scenario files, which are read again when they change. The scenarios that come with tillbox are known by their names beside them; they apply by their conditions only if the default folder does not exist.',
    meaningInRussian:
      'Папка ваших файлов сценариев; при изменении они перечитываются. Сценарии из состава tillbox известны по именам и рядом с ними; по своим условиям они действуют, только если папки по умолчанию нет.',
    ...textLike('a folder', /./s),
    toOption: scenariosFolder,
    option: textOr(
      textLike('a folder', /./s).option,
      listCheck(
        thing<Scenario>('a scenario of `parseScenario` or `loadScenarios`', 'source'),
        'a list of scenarios, as `parseScenario` reads them',
      ),
    ),
  }),
  sessionTimeoutSecs: option('Payments', {
    variable: 'SESSION_TIMEOUT',
    default: '1200',
    meaning: 'Seconds an order can be paid, if the order does not say.',
    meaningInRussian: 'Сколько секунд можно оплачивать заказ, если этого не сказано в самом заказе.',
    ...whole(1, 999_999_999, 'seconds'),
  }),
  paymentAttempts: option('Payments', {
    variable: 'PAYMENT_ATTEMPTS',
    default: '0',
    meaning: 'How many cards the payer may try on one order. 0: as at the bank.',
    meaningInRussian: 'Сколько карт покупатель может попробовать на одном заказе. 0: как у банка.',
    ...whole(0, mostPaymentAttempts),
    toOption: unlessZero,
    option: wholeNumber(1, mostPaymentAttempts),
  }),
  sandboxPanel: option('Payments', {
    variable: 'SANDBOX_PANEL',
    default: 'on',
    meaning: 'Panel with test cards and outcomes on the card page.',
    meaningInRussian: 'Панель с тестовыми картами и исходами на платёжной странице.',
    ...onOff,
  }),
  store: setting('Data', {
    variable: 'STORE',
    isCommon: true,
    default: 'memory',
    meaning:
      'Where orders and all that belongs to them are kept: `memory`, gone with the process; `sqlite:<file>`, which lasts; or `postgres://user:password@host:port/database`.',
    meaningInRussian:
      'Где хранятся заказы и всё, что с ними связано: `memory` — исчезает вместе с процессом; `sqlite:<file>` — остаётся; или `postgres://user:password@host:port/database`.',
    ...storeName,
    shown: shownStore,
  }),
  journalSize: option('Data', {
    variable: 'JOURNAL_SIZE',
    default: '1000',
    inProcess: 0,
    meaning:
      'How many requests the journal keeps, of all merchants together, without card numbers and secrets; 0: there is no journal. `GET /sandbox/merchants/{login}/journal` shows it.',
    meaningInRussian:
      'Сколько запросов хранит журнал, по всем мерчантам вместе, без номеров карт и секретов; 0: журнала нет. Его показывает `GET /sandbox/merchants/{login}/journal`.',
    ...whole(0, 1_000_000),
  }),
  /** Milliseconds of `clock`. */
  journalAgeMs: option('Data', {
    variable: 'JOURNAL_AGE_HOURS',
    default: '168',
    inProcess: undefined,
    meaning:
      "How long the journal keeps a request: a week by default, in real time, however far a merchant's clock is moved; 0: as long as there is room.",
    meaningInRussian:
      'Как долго журнал хранит запрос: по умолчанию неделю, по настоящему времени, как бы далеко ни перевели часы мерчанта; 0: пока есть место.',
    ...durationIn('hours', 3_600_000, 87_600),
    toOption: unlessZero,
  }),
  controlToken: option('Control API', {
    variable: 'CONTROL_TOKEN',
    default: '',
    meaning:
      'What each call of the control API has to send in `Authorization: Bearer`. Empty: nothing, at an address that only this machine reaches.',
    meaningInRussian:
      'Что каждый вызов API управления должен передать в `Authorization: Bearer`. Пусто: ничего, но только на адресе, доступном лишь этой машине.',
    ...orNothing(textLike('a text without spaces', /^\S*$/)),
    shown: hiddenSecret,
    toOption: unlessEmpty,
    option: textCheck('a text without spaces', /^\S+$/, { isSecret: true }),
  }),
  controlPort: option('Control API', {
    variable: 'CONTROL_PORT',
    default: '',
    meaning: 'Port of its own for the control API, which then answers there only. Empty: on the port of the gateway.',
    meaningInRussian: 'Отдельный порт для API управления, который тогда отвечает только на нём. Пусто: на порту шлюза.',
    ...orNothing(portNumber),
    toOption: unlessEmpty<number>,
    option: portNumber.option,
  }),
  shop: setting('Demo store', {
    variable: 'SHOP',
    isCommon: true,
    default: 'on',
    meaning: 'Demo store.',
    meaningInRussian: 'Демо-магазин.',
    ...onOff,
  }),
  shopPort: setting('Demo store', {
    variable: 'SHOP_PORT',
    isCommon: true,
    default: '3000',
    meaning: 'Port of the demo store.',
    meaningInRussian: 'Порт демо-магазина.',
    ...portNumber,
  }),
  /** Milliseconds. */
  keepAliveMs: setting('Process', {
    variable: 'KEEP_ALIVE_SECS',
    default: '75',
    meaning:
      'How long a connection without a request stays open, for clients that use it again after a stop in a debugger. They are told five seconds.',
    meaningInRussian:
      'Сколько соединение без запросов остаётся открытым: для клиентов, которые продолжают им пользоваться после остановки в отладчике. Самим клиентам называется пять секунд.',
    ...durationIn('seconds', 1_000, 86_400),
  }),
  /** Milliseconds. */
  stopGraceMs: option('Process', {
    variable: 'STOP_GRACE_SECS',
    default: '5',
    inProcess: 500,
    meaning:
      'How long requests and callbacks that are on their way may take to end after SIGTERM or Ctrl+C; without any it stops at once.',
    meaningInRussian:
      'Сколько времени после SIGTERM или Ctrl+C есть у начатых запросов и уведомлений, чтобы закончиться; если их нет, шлюз останавливается сразу.',
    ...durationIn('seconds', 1_000, 300),
  }),
  logLevel: option<LogLevel | '', LogLevel | undefined>('Process', {
    variable: 'LOG_LEVEL',
    isCommon: true,
    default: '',
    inProcess: 'silent',
    meaning:
      'How much is logged. `warn`: bugs, hints about calls that cannot work, callbacks given up; `info`: also each step of an order and each try of a callback; `debug`: also each request. Empty: `info` as text, `warn` as JSON.',
    meaningInRussian:
      'Насколько подробен журнал работы. `warn`: ошибки программы, подсказки о вызовах, которые не могут работать, недоставленные уведомления; `info`: ещё каждый шаг заказа и каждая попытка доставки; `debug`: ещё каждый запрос. Пусто: `info` для текста, `warn` для JSON.',
    ...orNothing(oneOf(...logLevels)),
    toOption: unlessEmpty,
    option: oneOf(...logLevels).option,
  }),
  logFormat: option('Process', {
    variable: 'LOG_FORMAT',
    isCommon: true,
    default: '',
    meaning:
      'Form of the log, which goes to standard output, in process to standard error: `text` for people, or `json`, one object per line. Empty: `text` on a terminal, else `json`.',
    meaningInRussian:
      'Вид журнала работы, который идёт в стандартный вывод, а в процессе тестов — в стандартный поток ошибок: `text` для людей или `json`, по объекту в строке. Пусто: `text` в терминале, иначе `json`.',
    ...orNothing(oneOf(...logFormats)),
    toOption: unlessEmpty,
    option: oneOf(...logFormats).option,
  }),
} as const;

type Rows = typeof settings;

/** The settings as the environment gives them. */
export type Config = { readonly [Name in keyof Rows]: Rows[Name] extends Setting<infer Value> ? Value : never };

type OptionRows = Pick<
  Rows,
  { [Name in keyof Rows]: Rows[Name] extends { isOption: true } ? Name : never }[keyof Rows]
>;

type OptionOf<Row> = Row extends OptionSetting<infer _, infer Option, infer __> ? Option : never;

type GivenOf<Row> = Row extends OptionSetting<infer _, infer __, infer Given> ? Given : never;

/** The options of `startSimulator` that are settings too. */
export type SettingOptions = { readonly [Name in keyof OptionRows]?: GivenOf<OptionRows[Name]> };

/** The same options with their defaults. */
export type SettingValues = { readonly [Name in keyof OptionRows]: OptionOf<OptionRows[Name]> };

/** A row of any kind. */
export type AnySetting = Setting<unknown> &
  Partial<Omit<OptionSetting<unknown, unknown, unknown>, keyof Setting<unknown>>> &
  Partial<Pick<CallbackSetting<unknown>, 'callback'>>;

/** All settings, by the names of their options. */
export const settingRows = Object.entries(settings as unknown as Readonly<Record<string, AnySetting>>);

/** The checks of these options. */
export const optionChecks = Object.fromEntries(
  settingRows.filter(([, row]) => row.isOption).map(([name, { option }]) => [name, option]),
) as unknown as Checks<SettingOptions>;

const optionFor = ({ toOption }: AnySetting, value: unknown): unknown => (toOption ? toOption(value) : value);

const defaultOption = (row: AnySetting): unknown =>
  'inProcess' in row ? row.inProcess : optionFor(row, row.read(row.default));

const optionGiven = (row: AnySetting, given: unknown): unknown =>
  row.readsText && typeof given === 'string' ? optionFor(row, row.read(given)) : given;

/** Fills in the defaults of the options that are left out. */
export const withDefaults = (options: SettingOptions): SettingValues => {
  const given: Readonly<Record<string, unknown>> = options;
  const values = settingRows
    .filter(([, row]) => row.isOption)
    .map(([name, row]) => [name, optionGiven(row, given[name]) ?? defaultOption(row)]);
  return Object.fromEntries(values) as SettingValues;
};

/** The options that the environment asks for. A default that the option has as well is left out, so that merchants in a store keep what they have. */
export const optionsOf = (config: Config): SettingOptions & { readonly callbacks: Partial<CallbackSettings> } => {
  const values: Readonly<Record<string, unknown>> = config;
  const asked = settingRows.filter(
    ([name, row]) => 'inProcess' in row || !isDeepStrictEqual(values[name], row.read(row.default)),
  );
  const options = asked.flatMap(([name, row]) => (row.isOption ? [[name, optionFor(row, values[name])]] : []));
  const callbacks = asked.flatMap(([name, row]) => (row.callback ? [[row.callback, values[name]]] : []));
  return {
    ...Object.fromEntries(options.filter(([, value]) => value !== undefined)),
    callbacks: Object.fromEntries(callbacks),
  };
};

/** The settings by their groups, as rows with their names. */
export const settingGroups = (): readonly (readonly [group: string, members: typeof settingRows])[] =>
  [...new Set(settingRows.map(([, { group }]) => group))].map((name) => [
    name,
    settingRows.filter(([, { group }]) => group === name),
  ]);
