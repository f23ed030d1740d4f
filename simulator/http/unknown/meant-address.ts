import { addressOf } from '../../data/endpoint-facts.ts';
import { endpointPaths } from '../../data/endpoint-names.ts';
import { nearest } from '../../text/nearest.ts';

/** Short addresses that people and programs try, without slashes at their ends. */
const shortForms: Readonly<Record<string, string>> = {
  health: '/sandbox/health',
  healthz: '/sandbox/health',
  ready: '/sandbox/ready',
  readyz: '/sandbox/ready',
  metrics: '/sandbox/metrics',
  openapi: '/sandbox/openapi/merchant.json',
  'openapi.json': '/sandbox/openapi/merchant.json',
  swagger: '/sandbox/openapi/merchant.json',
  'swagger.json': '/sandbox/openapi/merchant.json',
  docs: '/',
  dashboard: '/',
  'index.html': '/',
};

/** Longer addresses than this, in characters, were not typed. */
const longest = 300;

/**
 * The address that was probably meant by one where nothing is: a part is missing, doubled, in another case, of another
 * bank, or misspelt. It begins with a single slash, and leads to this gateway. Undefined if there is none.
 */
export const meantAddress = (path: string, basePath: string): string | undefined => {
  if (path.length > longest) return undefined;
  const parts = path.split('/').filter((part) => part !== '');
  const whole = parts.join('/').toLowerCase();
  if (`/${whole}` === basePath || `/${whole}` === `${basePath}/rest`) return '/';
  return (
    new Map(Object.entries(shortForms)).get(whole) ??
    pageIn(parts, basePath) ??
    callIn(parts, basePath, isOfGateway(path, basePath)) ??
    controlCallIn(parts)
  );
};

/** Whether an address looks like one of the merchant API, at any bank. */
export const isOfGateway = (path: string, basePath: string): boolean =>
  path === basePath || path.startsWith(`${basePath}/`) || /\/rest\/|\.do\/?$/i.test(path);

/** `payment_en.html`, `mobile_payment.html`: the card page, with the merchant in front of it if there is one. */
const pageIn = (parts: readonly string[], basePath: string): string | undefined => {
  const file = parts.at(-1) ?? '';
  if (!/^(?:[\w-]+_)?(?:payment|errors|finish)(?:_[a-z]{2})?\.html$/.test(file)) return undefined;
  const folder = parts.at(-2) ?? '';
  const isMerchant = parts.lastIndexOf('merchants') >= 0 && folder !== 'merchants' && /^[\w-]+$/.test(folder);
  return `${basePath}/merchants/${isMerchant ? `${folder}/` : ''}${file}`;
};

const callIn = (parts: readonly string[], basePath: string, mayBeMisspelt: boolean): string | undefined => {
  const tails = parts.map((_, index) => parts.slice(index).join('/'));
  // A name alone may be anything, such as that of a file.
  const isNamed = mayBeMisspelt || parts.length === 1;
  for (const tail of isNamed ? tails : []) {
    const known =
      pathsByName.get(nameOf(tail))?.find((path) => path.endsWith(tail)) ?? pathsByName.get(nameOf(tail))?.[0];
    if (known !== undefined) return addressOf({ path: known }, basePath);
  }
  for (const tail of mayBeMisspelt ? tails : []) {
    const meant = nearest(nameOf(tail), pathsByName.keys());
    const [known] = (meant !== undefined && pathsByName.get(meant)) || [];
    if (known !== undefined) return addressOf({ path: known }, basePath);
  }
  return undefined;
};

/** Without `rest/` and `.do`, in lower case. */
const nameOf = (path: string): string =>
  path
    .toLowerCase()
    .replace(/^\/?(?:rest\/)?/, '')
    .replace(/\.do$/, '');

const pathsByName: ReadonlyMap<string, readonly string[]> = Map.groupBy(endpointPaths, nameOf);

/** `sandbox` misspelt, or behind something else. */
const controlCallIn = (parts: readonly string[]): string | undefined => {
  const index = parts.findIndex((part) => nearest(part.toLowerCase(), ['sandbox']) !== undefined);
  const rest = parts.slice(index + 1);
  const isOwn = index === 0 && parts[0] === 'sandbox';
  return index < 0 || index > 1 || isOwn ? undefined : ['', 'sandbox', ...rest].join('/');
};
