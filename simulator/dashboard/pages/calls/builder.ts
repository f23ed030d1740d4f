import type { MerchantContext } from '../../../context.ts';
import type { EntryView } from '../../../inspection/journal/journal.ts';
import { verifyWithMessage } from '../../../inspection/journal/verification-message.ts';
import type { Verification, VerificationResult } from '../../../inspection/journal/verify-calls.ts';

/** A verification that a person has put together, and its result now. */
export interface BuiltVerification {
  readonly body: Verification;
  readonly result: VerificationResult;
}

/** What was ticked at a call, as the body of `POST verifications`; undefined if the form was not sent. */
export const builtFrom = (query: URLSearchParams, entry: EntryView): Verification | undefined => {
  if (!query.has('verify')) return undefined;
  const ticked = new Set(query.getAll('want'));
  const parameters = Object.fromEntries(
    Object.entries(entry.parameters).flatMap(([name, value]) =>
      ticked.has(name) ? [[name, [value].flat()[0] ?? '']] : [],
    ),
  );
  const count = query.get('count');
  const method = entry.method === 'GET' || entry.method === 'POST' ? entry.method : undefined;
  return {
    path: endpointOf(entry),
    ...(query.has('method-too') && method && { method }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(count === 'exactly' && { times: 1 }),
    ...(count === 'never' && { times: 0 }),
  };
};

/** The last part of the path: `register.do`. */
export const endpointOf = ({ path }: Pick<EntryView, 'path'>): string => path.slice(path.lastIndexOf('/') + 1) || path;

export const verified = async (
  context: MerchantContext,
  body: Verification,
  controlUrl: string,
): Promise<BuiltVerification> => ({
  body,
  result: await verifyWithMessage(context, body, controlUrl),
});
