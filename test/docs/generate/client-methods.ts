import { readFileSync } from 'node:fs';
import type { MakeMethod } from '../../../client/gateway/call-method.ts';
import { bindingCalls } from '../../../client/gateway/calls/bindings.ts';
import { directCalls } from '../../../client/gateway/calls/direct.ts';
import { recurringTaskCalls } from '../../../client/gateway/calls/recurring-tasks.ts';
import { templateCalls } from '../../../client/gateway/calls/templates.ts';
import { walletCalls } from '../../../client/gateway/calls/wallets.ts';
import type { KnownEndpoint } from '../../../client/gateway/endpoint.ts';

/** Methods that return the path of a call without calling. */
const pathOf = ((endpoint: KnownEndpoint<unknown, unknown>) => () => endpoint.path) as unknown as MakeMethod;

const groups: Readonly<Record<string, object>> = {
  bindings: bindingCalls(pathOf),
  direct: directCalls(pathOf),
  wallets: walletCalls(pathOf),
  recurringTasks: recurringTaskCalls(pathOf),
  templates: templateCalls(pathOf),
};

/** The comment of a method without a group begins with its call. */
const ownMethod = /\/\*\* (\S+\.do)[.:,][^*]*\*\/\n {2}(\w+)\(/g;

const ownMethods = (): readonly (readonly [method: string, call: string])[] => {
  const source = readFileSync(new URL('../../../client/gateway/gateway-client.ts', import.meta.url), 'utf8');
  return Array.from(source.matchAll(ownMethod), ([, call = '', method = '']) => [method, call]);
};

/** The methods in groups: `bindings.list`, and its call. */
export const groupedMethods = (): readonly (readonly [method: string, call: string])[] =>
  Object.entries(groups).flatMap(([group, methods]) =>
    Object.entries<() => string>({ ...methods }).map(([name, path]) => [`${group}.${name}`, path()] as const),
  );

/** Each method of the client beside its call. */
export const clientTable = (head: string): string =>
  [
    head,
    '| --- | --- |',
    ...[...ownMethods(), ...groupedMethods()].map(([method, call]) => `| \`${call}\` | \`client.${method}\` |`),
  ].join('\n');
