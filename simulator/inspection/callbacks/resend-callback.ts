import type { z } from 'zod';
import { bankOf } from '../../banks/bank-of.ts';
import { copyCallback } from '../../callbacks/write/copy-callback.ts';
import { readSignature } from '../../callbacks/write/read-signature.ts';
import type { MerchantContext } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import { CallbackNotSent } from '../../domain/errors/order-errors.ts';
import type { CallbackFaultSettings } from '../../domain/faults/callback-fault.ts';
import type { Frozen } from '../frozen.ts';
import type { callbackToResend, resendAnswer } from './callback-schemas.ts';
import { findCallback, showCallback, showTry } from './callbacks.ts';
import { refuseBlocked } from './test-callback.ts';

export type CallbackToResend = Frozen<z.input<typeof callbackToResend>>;
export type ResentCallback = Frozen<z.output<typeof resendAnswer>>;

type Changes = z.output<typeof callbackToResend>;

/**
 * Sends a callback once more, now; undefined if the merchant has no such callback. With changes it is a copy that is sent,
 * a callback of its own, and the callback itself stays as it is. @throws ConfigError if no callback may go to the address;
 * CallbackNotSent if there is no checksum to spoil
 */
export const resendCallback = async (
  context: MerchantContext,
  id: string,
  changes: Changes = {},
): Promise<ResentCallback | undefined> => {
  const callback = await findCallback(context, id);
  if (!callback) return undefined;
  const isChanged = Object.values(changes).some((change) => change !== undefined);
  const sent = isChanged ? await sendCopy(context, callback, changes) : await context.courier.resend(callback);
  const last = sent?.tries.at(-1);
  if (!sent || (!last && sent.state !== 'waiting')) return undefined;
  return { isDelivered: last?.httpStatus === 200, ...(last && { try: showTry(last) }), callback: showCallback(sent) };
};

const sendCopy = async (
  context: MerchantContext,
  callback: Callback,
  { to, ...changes }: Changes,
): Promise<Callback | undefined> => {
  if (to !== undefined) await refuseBlocked(context, to);
  const { store, courier } = context;
  const copy = copyOf(context, callback, { to, ...changes });
  await store.callbacks.save(copy);
  if (changes.delay) {
    courier.begin(copy);
    return copy;
  }
  for (let sent = 0; sent < (changes.times ?? 1); sent++) await courier.deliver(copy);
  return (await store.callbacks.about(copy.subject)).find(({ id }) => id === copy.id);
};

const copyOf = (context: MerchantContext, callback: Callback, { to, ...changes }: Changes): Callback => {
  const { merchant, ids, clock, keys, options } = context;
  const nowMs = clock.now();
  const bank = bankOf(context, merchant);
  const input = { merchant, bank, keys, publicUrl: options.publicUrl, id: ids.uuid(nowMs), nowMs };
  const settings = settingsOf(changes);
  const { hasNoChecksum: _, hasWrongChecksum: __, ...others } = settings;
  const right = copyCallback(callback, input, { settings: others, to });
  if (changes.checksum && !readSignature(right, { token: merchant.callbacks?.token, keys }))
    throw new CallbackNotSent(`the callback has no checksum, so that it cannot be ${changes.checksum}`);
  return copyCallback(callback, input, { settings, to });
};

const settingsOf = ({ times = 1, delay, checksum, fields }: Omit<Changes, 'to'>): Partial<CallbackFaultSettings> => ({
  ...(delay && { delayMs: delay }),
  ...(times > 1 && { sends: times }),
  ...(fields && { fields }),
  ...(checksum === 'missing' && { hasNoChecksum: true }),
  ...(checksum === 'wrong' && { hasWrongChecksum: true }),
});
