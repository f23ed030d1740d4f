/** Holds hand-written types of the client against the schemas of the control API; `npm run typecheck` is the test. */
import type { z } from 'zod';
import type {
  ActionCode,
  ErrorCode,
  ListedBank,
  ListedScenario,
  MerchantState,
  ProviderState,
  SandboxTokenRequest,
  TestCard,
} from '../../../client/index.ts';
import type { tokenRequestBody } from '../../../client/sandbox/wallet-token.ts';
import type { known } from '../../../simulator/control/provider-states/provider-state-calls.ts';
import type {
  actionCode,
  bank,
  card,
  errorCode,
  scenario,
} from '../../../simulator/control/reference/reference-calls.ts';
import type { request as walletToken } from '../../../simulator/control/service/wallet-tokens.ts';
import type { stateDocument } from '../../../simulator/merchants/state/state-document.ts';
import type { Fits, Holds, Same, Sent } from './same-type.ts';

/** What the client says of an answer is what the control API answers. */
export type Answers = [
  Holds<Same<z.output<typeof card>, TestCard>>,
  Holds<Same<z.output<typeof actionCode>, ActionCode>>,
  Holds<Same<z.output<typeof errorCode>, ErrorCode>>,
  Holds<Same<z.output<typeof bank>, ListedBank>>,
  Holds<Same<z.output<typeof known>, ProviderState>>,
  // Looser: what scenarios speak about grows with them.
  Fits<Sent<z.output<typeof scenario>>, ListedScenario>,
  // Looser: what else a thing has is for the gateway.
  Fits<Sent<z.output<typeof stateDocument>>, MerchantState>,
];

/** What the client asks for is what the control API takes. */
export type Questions = [
  Fits<Sent<ReturnType<typeof tokenRequestBody>>, z.input<typeof walletToken>>,
  Holds<Same<keyof z.output<typeof walletToken>, keyof ReturnType<typeof tokenRequestBody>>>,
  Holds<Same<SandboxTokenRequest['wallet'], z.output<typeof walletToken>['wallet']>>,
];
