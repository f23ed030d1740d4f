import { documentedEndpoints } from '../data/documented-endpoints.ts';

/** How a scenario calls an endpoint: `register` for `rest/register.do`, `google/payment` for `google/payment.do`. */
export const endpointName = (path: string): string => path.replace(/^\/?(rest\/)?/, '').replace(/\.do$/, '');

/** Served by the card page, where no fault reaches them. */
const pagePaths: readonly string[] = ['acsRedirect.do', 'rest/finish3ds.do', 'rest/finish3dsVer2PaymentAnonymous.do'];

/** Everything that a gateway step may be about. */
export const faultyNames: readonly string[] = documentedEndpoints
  .filter(({ path, imitated }) => imitated !== 'no' && !pagePaths.includes(path))
  .map(({ path }) => endpointName(path));
