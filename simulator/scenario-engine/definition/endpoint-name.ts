import { documentedEndpoints } from '../../data/documented-endpoints.ts';

/** How a scenario calls an endpoint: `register` for `rest/register.do`, `google/payment` for `google/payment.do`. */
export const endpointName = (path: string): string => path.replace(/^\/?(rest\/)?/, '').replace(/\.do$/, '');

/** What a browser opens rather than calls: the card page, the issuer's page, and the ways between them. */
export const pageNames = ['page', 'acs', 'acsRedirect', 'finish3ds', 'finish3dsVer2PaymentAnonymous'] as const;

/** Everything that a gateway step may be about. */
export const gatewayNames: readonly string[] = [
  ...new Set([
    ...pageNames,
    ...documentedEndpoints.filter(({ imitated }) => imitated !== 'no').map(({ path }) => endpointName(path)),
  ]),
];
