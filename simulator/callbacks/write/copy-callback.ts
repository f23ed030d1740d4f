import type { Callback } from '../../domain/callback.ts';
import type { CallbackFault, CallbackFaultSettings } from '../../domain/faults/callback-fault.ts';
import { callbackFaults, fieldsWithFault, withFault } from '../../domain/faults/callback-faults.ts';
import { describeFault } from '../../domain/faults/fault-rows.ts';
import { unsignedFields } from './sign-callback.ts';
import { type CallbackInput, signFields } from './write-callback.ts';

/** The changes of a copy that is sent by hand. */
export interface CopyChanges {
  /** The faults of the copy; those of the callback itself are not repeated, but its content is. */
  readonly settings: Partial<CallbackFaultSettings>;
  /** Another address. */
  readonly to?: string | undefined;
}

/**
 * A copy of a callback, to be sent by hand. It is as the callback was sent; with other fields it is signed anew, with the
 * merchant's settings of today.
 */
export const copyCallback = (
  { fault: _, body, ...callback }: Callback,
  input: CallbackInput,
  { settings, to }: CopyChanges,
): Callback => {
  const { id, nowMs } = input;
  const fault: CallbackFault | undefined =
    Object.keys(settings).length > 0 ? { sentence: describeFault(callbackFaults, settings), settings } : undefined;
  const content = settings.fields
    ? signFields(fieldsWithFault(unsignedFields(callback.fields), fault), input)
    : { ...(body !== undefined && { body }) };
  const copy: Callback = {
    ...callback,
    ...content,
    ...(to !== undefined && { url: to }),
    id,
    copyOf: callback.id,
    createdAtMs: nowMs,
    dueMs: nowMs,
    state: 'waiting',
    tries: [],
  };
  return fault ? withFault(copy, fault) : copy;
};
