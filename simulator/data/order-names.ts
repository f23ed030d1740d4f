import type { Source } from './sources.ts';

/** A parameter by which a request names its order. */
export interface OrderName {
  readonly name: string;
  /** Absent: the value is the order's id. Otherwise the value is JSON in base64, and this field is the id. */
  readonly field?: string;
  readonly readBy: readonly ('calls' | 'pages')[];
  readonly source: Source;
}

/** The first one of a request counts. */
// biome-ignore format: one line per row
export const orderNames: readonly OrderName[] = [
  { name: 'acsTransID', readBy: ['pages'], source: 'emv-3ds' },
  { name: 'MDORDER', readBy: ['calls', 'pages'], source: 'bpc-rest' },
  { name: 'mdOrder', readBy: ['calls', 'pages'], source: 'bpc-rest' },
  { name: 'orderId', readBy: ['calls', 'pages'], source: 'bpc-rest' },
  { name: 'MD', readBy: ['calls', 'pages'], source: 'bpc-rest' },
  { name: 'creq', field: 'acsTransID', readBy: ['pages'], source: 'emv-3ds' },
  { name: 'cres', field: 'acsTransID', readBy: ['pages'], source: 'emv-3ds' },
  { name: 'PaReq', field: 'orderId', readBy: ['pages'], source: 'guess' },
  { name: 'PaRes', field: 'orderId', readBy: ['pages'], source: 'guess' },
];

export const callOrderNames: readonly string[] = orderNames
  .filter(({ readBy }) => readBy.includes('calls'))
  .map(({ name }) => name);
