import { type Parameters, parameter } from '../read/parameters.ts';

/** The order that a page is asked about; the issuer is told of it in a message. Undefined where none is named. */
export const orderOfPage = (parameters: Parameters): string | undefined => {
  for (const name of plainNames) {
    const orderId = parameter(parameters, name);
    if (orderId !== undefined) return orderId;
  }
  for (const [name, field] of messages) {
    const orderId = fieldIn(parameter(parameters, name), field);
    if (orderId !== undefined) return orderId;
  }
  return undefined;
};

const plainNames = ['acsTransID', 'MDORDER', 'mdOrder', 'orderId', 'MD'] as const;

/** Messages between gateway and issuer, JSON in base64, with the field that names the order. */
const messages = [
  ['creq', 'acsTransID'],
  ['cres', 'acsTransID'],
  ['PaReq', 'orderId'],
  ['PaRes', 'orderId'],
] as const;

const fieldIn = (message: string | undefined, field: string): string | undefined => {
  if (message === undefined) return undefined;
  try {
    const value = (JSON.parse(Buffer.from(message, 'base64').toString()) as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};
