import { callNames, pageNames } from '../../data/endpoint-names.ts';

/** An endpoint's name in scenarios: `register` for `rest/register.do`, `google/payment` for `google/payment.do`. */
export const endpointName = (path: string): string => path.replace(/^\/?(rest\/)?/, '').replace(/\.do$/, '');

/** Every `on` of a gateway step. */
export const gatewayNames: readonly string[] = [...pageNames, ...callNames];
