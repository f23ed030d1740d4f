import { GatewayError, SandboxProblem, WrongUse } from '../../client/index.ts';

/** Why the gateway or the control API has refused a call, in its own words; undefined if the error is a bug. */
export const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof SandboxProblem)
    return error.field === undefined ? error.detail : `${error.field}: ${error.detail}`;
  if (error instanceof GatewayError || error instanceof WrongUse) return error.message;
  return undefined;
};
