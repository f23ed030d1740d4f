import type { Endpoint } from '../http/endpoint.ts';
import { getOrderStatus } from './get-order-status.ts';
import { getOrderStatusExtended } from './get-order-status-extended.ts';
import { refuseUnimitated } from './refuse-unimitated.ts';
import { register } from './register.ts';
import { registerPreAuth } from './register-pre-auth.ts';

/** Every call of the merchant API. What is not imitated says so. */
export const gatewayEndpoints: readonly Endpoint[] = [
  register,
  registerPreAuth,
  getOrderStatusExtended,
  getOrderStatus,
  ...refuseUnimitated,
];
