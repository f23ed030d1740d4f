import { bankOf, banksOf } from '../../../banks/bank-of.ts';
import { newestStatusVersion } from '../../../data/status-fields.ts';
import { callbackChecksums, callbackOperations, defaultCallbackSettings } from '../../../domain/callback.ts';
import type { Merchant } from '../../../domain/merchant.ts';
import { viewFrom } from '../../../http/page/view-from.ts';
import type { Visit } from '../../page.ts';
import { controlCurl } from '../../ui/control-call.ts';
import { withoutUser } from '../../ui/pairs.ts';

/** What stands as dots until a person asks for it. */
export const secrets = ['password', 'token', 'callbackToken'] as const;
export type Secret = (typeof secrets)[number];

/** The value of a secret; undefined if the merchant has none. */
const secretValue = ({ password, token, callbacks }: Merchant, secret: Secret): string | undefined =>
  ({ password, token, callbackToken: callbacks?.token })[secret];

/** The settings of a merchant as HTML. `revealed`: the one secret that stands in clear. */
export const settingsOf = async (
  visit: Visit,
  merchant: Merchant,
  here: string,
  revealed: Secret | undefined,
): Promise<string> => {
  const { context, say, ui, link } = visit;
  const { login, name, callbacks = defaultCallbackSettings } = merchant;
  const own = context.forMerchant(merchant);
  const { bank } = own;
  return fillSettings({
    say,
    ui,
    view: {
      here,
      login,
      name,
      back: link('/merchants'),
      isInHeader: login === context.merchant.login,
      toHeader: `/merchants?merchant=${encodeURIComponent(login)}`,
      orders: `/transactions?merchant=${encodeURIComponent(login)}`,
      banks: banksOf(context).map((one) => ({ name: one.name, title: one.title, isHere: one.name === bank.name })),
      statusVersion: merchant.statusVersion,
      usualVersion: bankOf({ ...context, bank: context.options.bank }, { ...merchant, statusVersion: undefined })
        .statusVersion,
      versions: Array.from({ length: newestStatusVersion }, (_, index) => newestStatusVersion - index),
      hasCertificate: merchant.certificate !== undefined,
      secretOf: (secret: Secret) => secretField(visit, { merchant, secret, here, isShown: secret === revealed }),
      callbacks: {
        url: callbacks.url === undefined ? '' : withoutUser(callbacks.url),
        hasHidden: callbacks.url !== undefined && withoutUser(callbacks.url) !== callbacks.url,
        method: callbacks.method,
        checksum: callbacks.checksum ?? '',
        checksums: callbackChecksums.map((kind) => ({ kind, words: say(checksumWords[kind]) })),
        operations: callbackOperations.map((operation) => ({
          operation,
          words: say(operationWords[operation]),
          isOn: callbacks.operations.includes(operation),
        })),
      },
      clock: { isFrozen: own.clock.isFrozen(), time: ui.clockTime(own.clock.now()), day: ui.day(own.clock.now()) },
      askReset: link('/merchants', { login, ask: 'reset' }),
      askDelete: link('/merchants', { login, ask: 'delete' }),
      curl: curlOf(visit, merchant),
    },
  });
};

interface SecretPlace {
  readonly merchant: Merchant;
  readonly secret: Secret;
  readonly here: string;
  readonly isShown: boolean;
}

/** Dots and a button that shows what they stand for, as HTML. */
const secretField = ({ say, ui }: Visit, { merchant, secret, here, isShown }: SecretPlace): string => {
  const value = secretValue(merchant, secret);
  return fillSecret({
    say,
    ui,
    view: {
      here,
      secret,
      login: merchant.login,
      isSet: value !== undefined,
      shown: isShown ? value : undefined,
      mayGenerate: secret !== 'password',
      name: say(secretNames[secret]),
    },
  });
};

const secretNames = { password: 'Password', token: 'Open Id token', callbackToken: 'Callback token' } as const;

const checksumWords = {
  none: 'None',
  hmac: 'Symmetric (HMAC-SHA256)',
  rsa: 'Asymmetric (RSA)',
  jwt: 'JSON Web Token',
} as const;

const operationWords = {
  approved: 'Approved',
  deposited: 'Deposited',
  reversed: 'Reversed',
  refunded: 'Refunded',
  declinedByTimeout: 'Declined by timeout',
  declinedCardPresent: 'Card in the hands of the shop declined',
  bindingCreated: 'Card stored',
  bindingActivityChanged: 'Stored card switched on or off',
} as const;

/** The calls behind the forms. */
const curlOf = (visit: Visit, { login, name, callbacks }: Merchant): string => {
  const path = `/merchants/${encodeURIComponent(login)}`;
  return [
    controlCurl(visit, { method: 'GET', path }),
    controlCurl(visit, { method: 'PATCH', path, body: { name } }),
    controlCurl(visit, {
      method: 'PATCH',
      path,
      body: { callbacks: { url: callbacks?.url === undefined ? null : withoutUser(callbacks.url) } },
    }),
    controlCurl(visit, { method: 'POST', path: `${path}/clock/freeze` }),
    `${controlCurl(visit, { method: 'GET', path: `${path}/state` })} -o state.json`,
    `${controlCurl(visit, { method: 'PUT', path: `${path}/state` })} -H 'Content-Type: application/json' --data-binary @state.json`,
    controlCurl(visit, { method: 'POST', path: `${path}/state/keep` }),
    controlCurl(visit, { method: 'POST', path: `${path}/reset` }),
    controlCurl(visit, { method: 'DELETE', path }),
    controlCurl(visit, { method: 'POST', path: `${path}/state/restore` }),
  ].join('\n\n');
};

const fillSettings = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('settings.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);

const fillSecret = viewFrom<{ say: unknown; ui: unknown; view: object }>(new URL('secret.ejs', import.meta.url), [
  'say',
  'ui',
  'view',
]);
