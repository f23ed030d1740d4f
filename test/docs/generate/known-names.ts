import { readdirSync } from 'node:fs';
import path from 'node:path';
import { actionCodes } from '../../../simulator/data/action-codes.ts';
import { statusTexts } from '../../../simulator/data/status-texts.ts';
import { type OrderStatus, orderStatusNumbers } from '../../../simulator/domain/orders/order-status.ts';
import { bundledScenarios } from '../../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { schemaFile } from '../../../simulator/scenario-engine/definition/json-schema.ts';

const writtenBy = '// Written by `npm run docs`';

/** `insufficient-funds-20` as `insufficientFunds20`. */
const inCamelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** `3ds-failed` cannot be written without quotes. */
const propertyName = (name: string): string => (/^[a-z]/i.test(name) ? name : `'${name}'`);

/** The constant, and its meaning as an editor shows it. */
const member = (name: string, words: string, number: number): string =>
  `  /** ${words.replaceAll('*/', '*\\/')} */\n  ${propertyName(name)}: ${number},\n`;

/** The text of client/gateway/action-code.ts: the client does not know the tables of the simulator. */
export const actionCodeModule = (): string =>
  `${writtenBy} from simulator/data/action-codes.ts.

/** Numbers of \`actionCode\` by the names of their meanings. */
export const actionCode = {
${actionCodes.map(({ code, name, en }) => member(inCamelCase(name), `${code}: ${en}.`, code)).join('')}} as const;

/** An \`actionCode\`; banks have others than the known ones. */
export type ActionCodeNumber = (typeof actionCode)[keyof typeof actionCode] | (number & {});
`;

/** The names of the client, by those of the states. */
const statusNames: Readonly<Record<OrderStatus, string>> = {
  created: 'created',
  approved: 'held',
  deposited: 'paid',
  reversed: 'reversed',
  refunded: 'refunded',
  'acs-started': 'atAcs',
  declined: 'declined',
  pending: 'pending',
  'partly-deposited': 'partlyDeposited',
};

const statuses = Object.entries(statusNames) as readonly (readonly [OrderStatus, string])[];

/** The text of client/gateway/order-status.ts. */
export const orderStatusModule = (): string =>
  `${writtenBy} from simulator/data/status-texts.ts.

/** Numbers of \`orderStatus\`. Source: BPC REST documentation, getOrderStatusExtended.do. */
export const orderStatus = {
${statuses.map(([status, name]) => member(name, `${orderStatusNumbers[status]}: ${statusTexts[status]}.`, orderStatusNumbers[status])).join('')}} as const;

/** An \`orderStatus\`; a bank may have others than the known ones. */
export type OrderStatusNumber = (typeof orderStatus)[keyof typeof orderStatus] | (number & {});
`;

const scenarioFiles = (): readonly string[] =>
  readdirSync(bundledScenarios)
    .filter((file) => /\.(ya?ml|json)$/.test(file) && file !== path.basename(schemaFile.pathname))
    .map((file) => path.parse(file).name)
    .toSorted();

/** The text of client/options/scenario-name.ts. */
export const scenarioNameModule = (): string =>
  `${writtenBy} from the files of scenarios/.

/** The name of a scenario: one that comes with tillbox, or of a file of one's own. */
export type ScenarioName =
${scenarioFiles()
  .map((name) => `  | '${name}'`)
  .join('\n')}
  | (string & {});
`;

/** The generated modules of names, by their files. */
export const knownNameModules = (): Readonly<Record<string, string>> => ({
  'client/gateway/action-code.ts': actionCodeModule(),
  'client/gateway/order-status.ts': orderStatusModule(),
  'client/options/scenario-name.ts': scenarioNameModule(),
});
