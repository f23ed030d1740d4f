import { verification, verificationAnswer } from '../../inspection/verification-schemas.ts';
import { verifyCalls } from '../../inspection/verify-calls.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { journalledContext } from './journal-on.ts';

export const verify = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/verifications',
  tag: 'journal',
  summary: 'Says whether the shop made the calls that it should have, and where not, which ones came closest.',
  pathFields: loginField,
  body: verification,
  answer: verificationAnswer,
  handle: async ({ context, path, body }) => verifyCalls(await journalledContext(context, path.login), body),
});
