import { pageNames } from '../../../data/endpoint-names.ts';
import { often } from '../../choice/often.ts';
import { endpointName } from '../../definition/endpoint-name.ts';
import type { GatewayStep } from '../../scenario.ts';
import { readKeys, sharedPart } from '../read-do.ts';
import { faultSteps } from './all.ts';

/** One entry of `gateway`, each setting already checked by its step. */
export interface GatewayEntry {
  readonly on: string;
  readonly times?: number | undefined;
  readonly do: Readonly<Record<string, unknown>>;
}

export const readGatewayStep = ({ on, times, do: entry }: GatewayEntry): GatewayStep => {
  const readings = readKeys(faultSteps, entry);
  return {
    on: endpointName(on),
    ...(times !== undefined && { times }),
    fault: Object.assign({}, ...readings.map(({ fault }) => fault)) as GatewayStep['fault'],
    sentence: `${endpointName(on)} ${readings.map(({ sentence }) => sentence).join(', ')}${often(times)}`,
  };
};

/** Why an entry of `gateway` cannot be; undefined where it can. */
export const contradictionInGatewayStep = ({ on, do: entry }: GatewayEntry): string | undefined => {
  const name = endpointName(on);
  if (entry['errorCode'] !== undefined && pageNames.includes(name))
    return `${name} is a page, which has no errorCode; take httpStatus, or another fault`;
  const parts = readKeys(faultSteps, entry).map(({ step, fault }) => ({ step, part: fault }));
  return sharedPart(parts, { answer: 'both are what becomes of the answer' });
};
