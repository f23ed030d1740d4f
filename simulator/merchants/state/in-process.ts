import type { Context } from '../../context.ts';
import { StateError } from '../../domain/errors/state-error.ts';
import { merchantNamed } from '../merchants.ts';
import { checkInSlices } from './check-in-slices.ts';
import { withNewIds } from './known-ids.ts';
import { putInState } from './put-in.ts';
import { type MerchantState, stateDocument } from './state-document.ts';
import { takeOutState } from './take-out.ts';

/** Everything of the merchant of this login. */
export const stateOf = async (context: Context, login: string): Promise<MerchantState> =>
  takeOutState(context, await merchantNamed(context.store, login));

/** Checks a document and puts it in. @throws StateError if it cannot be used. */
export const setStateOf = async (
  context: Context,
  login: string,
  document: unknown,
  { newIds = false }: { readonly newIds?: boolean } = {},
): Promise<void> => {
  const { data: state, issues } = await checkInSlices(stateDocument, document);
  const [issue] = issues ?? [];
  if (!state) throw new StateError(issue?.path.join('.') || 'state', issue?.message ?? 'expected a state');
  await putInState(context, login, newIds ? await withNewIds(state, context.ids) : state);
};
