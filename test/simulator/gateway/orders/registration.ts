import ava from 'ava';
import type { Fields, Json, TestSimulator } from '../../../helpers/simulator/simulator.ts';

/** One after another, because hundreds of simulators at once starve each other on a small machine; no test needs the order. */
export const test = ava.serial;

export const order: Fields = { amount: '1500000', returnUrl: 'https://shop.example/return' };
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Registers an order that is fine but for these fields. */
export const registerWith = (simulator: TestSimulator, fields: Fields): Promise<Json> =>
  simulator.call('register.do', { ...order, ...fields });

export const long = (length: number, letter = 'a'): string => letter.repeat(length);
/** As the gateway takes it: UTC, without a zone. */
export const dateTime = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
/** An item that is the whole amount. */
export const item = { positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pc' }, itemAmount: 1500000 };
export const cartOf = (...items: readonly object[]): string => JSON.stringify({ cartItems: { items } });
/** The good item with some of its keys changed; undefined takes a key away. */
export const cartWith = (changes: object): Fields => ({ orderBundle: cartOf({ ...item, ...changes }) });
export const deepObject = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
