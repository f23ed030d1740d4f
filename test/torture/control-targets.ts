import { controlEndpoints } from '../../simulator/control/all.ts';
import { providerStates } from '../../simulator/provider-states/all.ts';
import type { Chance } from './chance.ts';
import type { Target } from './targets.ts';
import type { Known } from './valid-values.ts';

/** What valid calls of an endpoint say beyond their address. */
interface ControlCalls {
  /** The address, if other names than those of the endpoint are filled in. */
  readonly path?: string;
  readonly bodies?: Target['bodies'];
  readonly queries?: Target['queries'];
  readonly isRefused?: boolean;
  readonly waitsMs?: number;
}

/** Merchants that are made, filled with states and dropped; nothing else is about them. */
const ofSpare = (rest: string): string => `/merchants/{spare}${rest}`;

const limits = [{}, { limit: '1' }, { limit: '1000' }];
const journalQueries = [
  ...limits,
  { path: 'register.do', method: 'POST', httpStatus: '200' },
  { parameter: 'amount=100', since: '1', until: '1000000' },
];

const wallets = ['apple', 'google', 'samsung'] as const;

/** A merchant's state that was taken out of the gateway. */
const state = (chance: Chance, { states }: Known): object => chance.pick(states);

const calls: Readonly<Record<string, ControlCalls>> = {
  'POST /merchants': {
    bodies: [
      {},
      { name: 'A', bank: 'dsk', callbacks: { method: 'POST', headers: { 'X-A': 'b' } } },
      (chance, { spares }) => ({ login: chance.pick(spares) }),
    ],
  },
  'PATCH /merchants/{login}': {
    bodies: [{ name: 'B' }, { callbacks: { parameters: ['amount'], checksum: null } }, { statusVersion: 12 }],
  },
  'DELETE /merchants/{login}': { path: ofSpare('') },
  'PUT /merchants/{login}/scenario': {
    bodies: [
      { name: 'no-such' },
      { scenario: { about: 'Declines.', attempts: [{ decline: 116 }] } },
      { scenario: { about: 'Approves.', attempts: [{ approve: true }] } },
    ],
  },
  'GET /breaks': { queries: [{}, { call: 'refund.do' }] },
  // The answers to all others are checked, so that only the gateway of spare merchants is broken.
  'PUT /merchants/{login}/break': {
    path: ofSpare('/break'),
    bodies: [{ id: 'st-06' }, { id: 'ht-11' }, { id: 'each' }],
  },
  'POST /merchants/{login}/clock/advance': { bodies: [{ by: '1s' }, { by: 10 }] },
  'POST /merchants/{login}/clock/set': { bodies: [{ to: '2026-01-01T08:00:00Z' }, { to: 1_767_254_400_000 }] },
  'GET /merchants/{login}/orders': {
    queries: [...limits, { status: 'deposited', since: '2026-01-01T08:00:00Z' }, { orderNumber: 'n-1' }],
  },
  'POST /merchants/{login}/orders/{orderId}/acts': {
    bodies: [{ act: 'capture' }, { act: 'refund', amountMinor: 1 }, { act: 'expire' }],
  },
  'POST /orders/{orderId}/callbacks/{operation}/wait': {
    queries: [{ timeoutMs: '0' }, { timeoutMs: '1', status: '1' }],
    // No shop takes the callbacks of the torture.
    isRefused: true,
    waitsMs: 5_000,
  },
  'POST /merchants/{login}/callbacks/{id}/forwarded': {
    bodies: [{ httpStatus: 200 }, { error: 'ECONNREFUSED' }],
    // Nothing listens to the torture's callbacks, so none is forwarded.
    isRefused: true,
  },
  'GET /merchants/{login}/callbacks': { queries: [...limits, { state: 'waiting', operation: 'deposited' }] },
  'GET /merchants/{login}/journal': { queries: journalQueries },
  'GET /merchants/{login}/journal.har': { queries: journalQueries },
  'GET /merchants/{login}/pact': {
    queries: [
      {},
      { of: 'callbacks' },
      { consumer: 'shop', reads: 'orderStatus,actionCode', since: '1', date: '2026-01-01' },
    ],
  },
  'POST /merchants/{login}/verifications': {
    bodies: [
      { path: 'refund.do' },
      { path: 'register.do', parameters: { description: { matches: '^b' } }, atMost: 3 },
      { inOrder: [{ path: 'register.do' }, { path: 'deposit.do', parameters: { amount: null } }] },
    ],
  },
  // A lower level would fill the disk with lines.
  'PUT /log/level': { bodies: [{ level: 'error' }, { level: 'silent' }] },
  'GET /merchants/{login}/state': { path: ofSpare('/state') },
  'PUT /merchants/{login}/state': {
    path: ofSpare('/state'),
    queries: [{}, { ids: 'same' }, { ids: 'new' }, { ids: 'new' }],
    bodies: [state],
  },
  'POST /merchants/{login}/state/keep': { path: ofSpare('/state/keep') },
  // Mostly none is kept.
  'POST /merchants/{login}/state/restore': { path: ofSpare('/state/restore'), isRefused: true },
  'POST /scenarios/check': {
    bodies: [
      { text: 'attempts: [{ decline: 116 }]' },
      { text: '{}', name: 'mine', isJson: true },
      { text: 'attempts: [' },
    ],
  },
  // The name in the address is that of no scenario.
  'GET /scenario-files/{name}': { isRefused: true },
  'PUT /scenario-files/{name}': {
    bodies: [{ text: 'attempts: [{ decline: 116 }]' }, { text: 'attempts: [{ approve: true }]', version: 'new' }],
    // The gateway under torture has no folder of its own.
    isRefused: true,
  },
  'POST /provider-states': {
    queries: [{}, { login: 'test_user' }],
    bodies: [
      { state: '' },
      (chance) => ({ state: chance.pick(Object.keys(providerStates)), params: {} }),
      { state: 'a registered order exists', params: { amount: '1000' }, action: 'teardown', consumer: 'shop' },
    ],
  },
  'POST /wallet-tokens': {
    bodies: [
      { wallet: 'google', amount: 100 },
      { wallet: 'google', amount: '1', pan: '4444555511113333', authMethod: 'CRYPTOGRAM_3DS' },
      (chance) => ({ wallet: chance.pick(wallets), amount: '1', expiry: '12/34' }),
      (chance) => ({ wallet: chance.pick(wallets), amount: 1, currency: 398, decrypted: true }),
    ],
  },
};

const rowOf = (name: string): ControlCalls => (Object.hasOwn(calls, name) ? (calls[name] ?? {}) : {});

/** Rows that name no endpoint. */
export const strayControlRows: readonly string[] = Object.keys(calls).filter(
  (name) => !controlEndpoints.some(({ method, path }) => name === `${method} ${path}`),
);

/** One target for each endpoint of the control API. */
export const controlTargets: readonly Target[] = controlEndpoints.map(({ method, path, body }) => {
  const name = `${method} ${path}`;
  const row = rowOf(name);
  return {
    surface: 'control API',
    endpoint: name,
    method,
    path: `/sandbox${row.path ?? path}`,
    body: body ? 'json' : 'none',
    parameters: [],
    required: [],
    bodies: row.bodies ?? [{}],
    queries: row.queries ?? [{}],
    ...(row.isRefused && { isRefused: true }),
    ...(row.waitsMs !== undefined && { waitsMs: row.waitsMs }),
  };
});
