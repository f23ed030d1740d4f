import { type MerchantState, SandboxProblem } from '../../../../client/index.ts';
import { callbackChecksums, callbackOperations } from '../../../domain/callback.ts';
import type { Merchant } from '../../../domain/merchant.ts';
import { newSecret } from '../../../runtime/ids.ts';
import type { Done, Form, Notice, Visit } from '../../page.ts';
import { withoutUser } from '../../ui/pairs.ts';
import { type Secret, secrets } from './settings.ts';
import { showMerchants } from './show.ts';

type Act = (visit: Visit, form: Form) => Promise<Done>;

const good = (text: string, undo: Pick<Notice, 'undo'> = {}): Done => ({ notice: { kind: 'good', text, ...undo } });

/** Keeps the state of a merchant before it changes. A merchant that is new, or too large, has none. */
const keptState = async ({ state }: Visit['sandbox'], login: string): Promise<Pick<Notice, 'undo'>> => {
  try {
    await state.keep(login);
    return { undo: login };
  } catch (error) {
    if (error instanceof SandboxProblem && (error.status === 404 || error.status === 413)) return {};
    throw error;
  }
};

const secretIn = ({ secret }: Form): Secret | undefined => secrets.find((one) => one === secret);

/** An empty field is no setting. */
const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** What the page does: each act is a call of the control API about the merchant with the login in the form. */
export const merchantActs: Readonly<Record<string, Act>> = {
  make: async ({ sandbox, say, link }, { login, name, bank }) => {
    const given = { login: login?.trim(), name: name?.trim(), bank };
    const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    const made = await sandbox.makeMerchant(settings);
    return {
      ...good(say('The merchant {login} is made.', { login: made.login })),
      to: link('/merchants', { login: made.login }),
    };
  },
  general: async ({ sandbox, say }, { login = '', name, bank, statusVersion }) => {
    const version = orNull(statusVersion);
    await sandbox.changeMerchant(login, {
      ...(name !== undefined && { name: name.trim() }),
      ...(bank && { bank: bank as Merchant['bank'] & never }),
      statusVersion: version === null ? null : Number(version),
    });
    return good(say('The settings are saved.'));
  },
  callbacks: async ({ sandbox, context, say }, form) => {
    const { login = '', url = '', method, checksum } = form;
    const before = (await context.store.merchants.find(login))?.callbacks?.url;
    const isSame = before !== undefined && url.trim() === withoutUser(before);
    await sandbox.changeMerchant(login, {
      callbacks: {
        ...(!isSame && { url: orNull(url) }),
        ...((method === 'GET' || method === 'POST') && { method }),
        checksum: callbackChecksums.find((one) => one === checksum) ?? null,
        operations: callbackOperations.filter((one) => form[`on-${one}`] !== undefined),
      },
    });
    return good(say('The settings are saved.'));
  },
  password: async ({ sandbox, say }, { login = '', password = '' }) => {
    await sandbox.changeMerchant(login, { password });
    return good(say('The password is changed. Calls with the old one are refused.'));
  },
  show: async (visit, form) => ({ shown: await showMerchants(visit, secretIn(form)) }),
  generate: async (visit, form) => {
    const { sandbox, say } = visit;
    const { login = '' } = form;
    const secret = secretIn(form);
    const made = newSecret();
    if (secret === 'token') await sandbox.changeMerchant(login, { token: made });
    else if (secret === 'callbackToken') await sandbox.changeMerchant(login, { callbacks: { token: made } });
    else return {};
    return { ...good(say('A new token is in force.')), shown: await showMerchants(visit, secret) };
  },
  freeze: async ({ sandbox, say }, { login = '' }) => {
    await sandbox.clock.freeze(login);
    return good(say('The clock stands.'));
  },
  run: async ({ sandbox, say }, { login = '' }) => {
    await sandbox.clock.run(login);
    return good(say('The clock runs.'));
  },
  export: async ({ sandbox }, { login = '' }) => ({
    shown: {
      fileName: `${login}-state.json`,
      contentType: 'application/json; charset=utf-8',
      text: await sandbox.call<string>(`GET /merchants/${encodeURIComponent(login)}/state`, { reads: 'text' }),
    },
  }),
  import: async ({ sandbox, say, link }, { into = '', state = '', ids }) => {
    const read = readState(state);
    if (read === undefined)
      return {
        notice: { kind: 'bad', text: say('This file has no JSON object: expected a state that was saved here.') },
      };
    const undo = await keptState(sandbox, into.trim());
    const { login } = await sandbox.state.put(into.trim(), read, ids === 'new' ? { ids } : {});
    return {
      ...good(say('The state of {login} is as in the file.', { login }), undo),
      to: link('/merchants', { login }),
    };
  },
  reset: async ({ sandbox, say, link }, { login = '' }) => {
    const undo = await keptState(sandbox, login);
    await sandbox.resetMerchant(login);
    return {
      ...good(
        say('Orders, cards, callbacks, journal and clock of {login} are gone; the settings stay.', { login }),
        undo,
      ),
      to: link('/merchants', { login }),
    };
  },
  delete: async ({ sandbox, say }, { login = '' }) => {
    const undo = await keptState(sandbox, login);
    await sandbox.deleteMerchant(login);
    return { ...good(say('The merchant {login} is deleted.', { login }), undo), to: '/merchants' };
  },
  restore: async ({ sandbox, say, link }, { login = '' }) => {
    await sandbox.state.restore(login);
    return {
      ...good(say('All of {login} is as it was before, except for the journal.', { login })),
      to: link('/merchants', { login }),
    };
  },
};

const readState = (text: string): MerchantState | undefined => {
  try {
    const state: unknown = JSON.parse(text);
    return typeof state === 'object' && state !== null ? (state as MerchantState) : undefined;
  } catch {
    return undefined;
  }
};
