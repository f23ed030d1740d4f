import type { ExecutionContext } from 'ava';
import { SandboxClient } from '../../../client/index.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** A simulator of its own, and a client of its control API. */
export const sandboxFor = async (t: ExecutionContext, options?: SimulatorOptions) => {
  const simulator = await simulatorFor(t, options);
  return { simulator, sandbox: new SandboxClient({ url: simulator.url }) };
};

/** An order that is fine. */
export const order = { amountMinor: 1500, returnUrl: 'https://shop.example/return' };
