import { unimitatedEndpoints } from '../data/unimitated-endpoints.ts';
import { Refused } from '../domain/errors/refused.ts';
import type { OpenEndpoint, RefusalRenderer } from '../http/call/endpoint.ts';
import { renderWalletRefusal } from './answers/render-json-refusal.ts';
import { renderRefusal } from './answers/render-refusal.ts';

/** As the other wallets refuse, because their clients read `success` and `error` only; with errorCode beside that. */
const renderUnimitatedWallet: RefusalRenderer = (refusal, context, language) => ({
  ...renderRefusal(refusal, context, language),
  ...renderWalletRefusal(refusal, context, language),
});

/** Endpoints of the real gateway that tillbox does not imitate: each answers with a clear refusal, never with success. */
export const refusedEndpoints: readonly OpenEndpoint[] = unimitatedEndpoints.map(({ isWallet, ...facts }) => ({
  ...facts,
  access: 'anyone',
  parameters: {},
  refuses: ['not-imitated'],
  renderRefusal: isWallet ? renderUnimitatedWallet : renderRefusal,
  shape: undefined,
  answer: async () => {
    throw new Refused('not-imitated', { value: facts.path.replace(/^rest\//, '') });
  },
}));
