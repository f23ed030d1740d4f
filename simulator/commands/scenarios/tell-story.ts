import type { PaymentWalk, WalkStep } from '../../../client/index.ts';
import { missedStepText } from '../../domain/orders/missed-step.ts';
import type { CallbackView } from '../../inspection/callbacks/callbacks.ts';
import type { EntryView } from '../../inspection/journal/journal.ts';
import type { OrderView } from '../../inspection/orders/show-order.ts';
import { rehearsedOrder } from '../../scenario-engine/definition/rehearsed-order.ts';
import { placeInWords } from '../../scenario-engine/explanation/describe-end.ts';
import { printExplanation } from '../../scenario-engine/explanation/print-explanation.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import type { ScenarioRun } from '../demo/run-scenario.ts';
import { isGenuine } from '../demo/stage.ts';
import { type Remains, unreachedSteps } from './unreached-steps.ts';

interface Played {
  readonly scenario: Scenario;
  readonly walks: readonly PaymentWalk[];
  readonly run: ScenarioRun;
  readonly remains: Omit<Remains, 'faults'>;
  /** Every request of the rehearsal. */
  readonly requests: readonly EntryView[];
}

/** A rehearsal in words: the pages, faults, callbacks, the end, the timeline, the missed steps and the reasons. */
export const tellStory = ({ scenario, walks, run, remains, requests }: Played): string => {
  const { order, view } = remains;
  const faults = new Set(requests.flatMap(({ fault }) => (fault ? [fault.step] : [])));
  const unreached = unreachedSteps(scenario, { ...remains, faults });
  return [
    section(`The shop registers an order of ${rehearsedOrder.amountMinor} minor units that asks for the scenario`, [
      `orderId ${order.id}`,
    ]),
    section('The payer opens', [
      ...walks.flatMap(({ steps }) => steps.map(stepLine)),
      `and ends ${placeInWords(run.payer)}`,
    ]),
    ...tellFaults(requests),
    section('The shop receives', run.callbacks.length > 0 ? run.callbacks : ['no callback']),
    ...(view.callbacks.length > 0 ? [section('Callbacks', view.callbacks.map(callbackLine))] : []),
    section('getOrderStatusExtended.do returns', [
      `orderStatus ${run.orderStatus}, actionCode ${run.actionCode}`,
      `approved ${run.approved}, deposited ${run.deposited}, refunded ${run.refunded}, chargeback ${run.chargeback}`,
    ]),
    section('Timeline', view.timeline.map(timelineLine)),
    ...(view.missedSteps.length > 0 ? [section('Not possible', (order.missedSteps ?? []).map(missedStepText))] : []),
    ...(unreached.length > 0 ? [section('Not reached', unreached)] : []),
    section('Why', printExplanation(order).trimEnd().split('\n')),
  ].join('\n');
};

/** The answers that a scenario made wrong, as a section; none if there are none. */
export const tellFaults = (requests: readonly EntryView[]): readonly string[] => {
  const lines = requests.flatMap(({ method, path, fault }) =>
    fault ? [`${method.padEnd(4)} ${path}: the gateway ${fault.sentence}`] : [],
  );
  return lines.length > 0 ? [section('Answers that were wrong on purpose', lines)] : [];
};

const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${lines.map((line) => `${line === '' ? '' : `  ${line}`}\n`).join('')}`;

const stepLine = ({ method, url, status, saw }: WalkStep): string =>
  `${method.padEnd(4)} ${status} ${new URL(url).pathname}: ${saw}`;

const timelineLine = ({ at, what }: OrderView['timeline'][number]): string =>
  `${at.slice(0, 19).replace('T', ' ')}  ${what}`;

/** `deposited, status 1, checksum right: delivered`. */
const callbackLine = (callback: CallbackView): string =>
  `${callback.operation}, status ${callback.status}, ${checksumOf(callback)}: ${deliveryOf(callback)}`;

const checksumOf = ({ fields, request }: CallbackView): string => {
  if (request.body !== undefined && !fields.some(({ name }) => name === 'checksum')) return 'signed as a token';
  if (!fields.some(({ name }) => name === 'checksum')) return 'no checksum';
  const parameters = new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, value]));
  return `checksum ${isGenuine(parameters) ? 'right' : 'wrong'}`;
};

const deliveryOf = ({ state, tries }: CallbackView): string => {
  const failed = tries.flatMap(({ httpStatus, error }, index) => {
    if (httpStatus === 200) return [];
    return [
      `try ${index + 1} ${httpStatus === undefined ? `failed: ${error}` : `was refused with HTTP ${httpStatus}`}`,
    ];
  });
  const failures = failed.length > 0 ? ` (${failed.join('; ')})` : '';
  if (state === 'lost') return 'lost, never sent';
  if (state === 'given-up') return `given up${failures}`;
  if (state === 'waiting') return `not sent${failures === '' ? ', it waits for a later callback' : failures}`;
  const times = tries.length - failed.length;
  return `delivered${times > 1 ? ` ${times} times` : ''}${failures}`;
};
