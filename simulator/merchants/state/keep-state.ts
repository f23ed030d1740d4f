import type { Context } from '../../context.ts';
import { StateError } from '../../domain/errors/state-error.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import { setStateOf } from './in-process.ts';
import type { MerchantState } from './state-document.ts';
import { takeOutState } from './take-out.ts';

/** How long a kept state can be put back, in milliseconds of the process's clock. */
const keptForMs = 3_600_000;

/** The size of all kept states of a gateway together, in bytes: about 30,000 orders. */
export const mostKeptBytes = 64 * 2 ** 20;

/**
 * Keeps the state of a merchant for an hour, in the place of the one that was kept before. The oldest states of others
 * give way if all together would be too large. Returns when it ends; undefined if the state alone is too large.
 */
export const keepState = async (context: Context, merchant: Merchant): Promise<{ untilMs: number } | undefined> => {
  const { login } = merchant;
  const document = await textOf(await takeOutState(context, merchant));
  const bytes = Buffer.byteLength(document);
  if (bytes > mostKeptBytes) return undefined;
  const nowMs = context.clock.now();
  await makeRoom(context, { login, bytes, nowMs });
  const untilMs = nowMs + keptForMs;
  await context.store.keptStates.save({ merchant: login, untilMs, bytes, document });
  return { untilMs };
};

/** Drops states whose time is over, and so many of the oldest that these bytes are free. */
const makeRoom = async (
  { store: { keptStates } }: Context,
  { login, bytes, nowMs }: { readonly login: string; readonly bytes: number; readonly nowMs: number },
): Promise<void> => {
  const others = (await keptStates.all()).filter(({ merchant }) => merchant !== login);
  let taken = others.reduce((sum, one) => sum + one.bytes, bytes);
  for (const { merchant, untilMs, bytes: freed } of others) {
    if (untilMs > nowMs && taken <= mostKeptBytes) continue;
    await keptStates.forget(merchant);
    taken -= freed;
  }
};

/**
 * Puts the kept state of a login back, and makes its merchant if it is gone; false if none is kept.
 * @throws StateError if it cannot be used any more: then nothing has changed.
 */
export const restoreState = async (context: Context, login: string): Promise<boolean> => {
  const { keptStates } = context.store;
  const kept = await keptStates.find(login);
  if (!kept || kept.untilMs <= context.clock.now()) return false;
  await setStateOf(context, login, stateIn(kept.document));
  await keptStates.forget(login);
  return true;
};

const stateIn = (document: string): unknown => {
  try {
    return JSON.parse(document);
  } catch {
    throw new StateError('state', 'the kept state cannot be read');
  }
};

/** A state as JSON, in slices between which other requests are answered. */
const textOf = async (state: MerchantState): Promise<string> => {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(state))
    fields.push(`${JSON.stringify(name)}:${Array.isArray(value) ? await listOf(value) : JSON.stringify(value)}`);
  return `{${fields.join(',')}}`;
};

const listOf = async (things: readonly unknown[]): Promise<string> => {
  const texts: string[] = [];
  for (const thing of things) {
    texts.push(JSON.stringify(thing));
    await giveWay();
  }
  return `[${texts.join(',')}]`;
};
