import { callNames, pageNames } from '../../data/endpoint-names.ts';

/** How a scenario calls an endpoint: `register` for `rest/register.do`, `google/payment` for `google/payment.do`. */
export const endpointName = (path: string): string => path.replace(/^\/?(rest\/)?/, '').replace(/\.do$/, '');

/** Everything that a gateway step may be about. */
export const gatewayNames: readonly string[] = [...pageNames, ...callNames];
