import { editDistance } from '../text/nearest.ts';
import type { ControlEndpoint } from './control-endpoint.ts';

/** Addresses that programs expect. */
const shortForms: Readonly<Record<string, string>> = {
  '/openapi': '/openapi/control.json',
  '/openapi.json': '/openapi/control.json',
  '/docs': '/openapi/control.json',
};

/** The most wrong letters of a part of an address. */
const mostErrors = 2;

/** The address below /sandbox that was probably meant by one that there is not, with the names that it has; else undefined. */
export const meantCall = (
  routes: readonly { readonly endpoint: ControlEndpoint }[],
  path: string,
  method: string,
): string | undefined => {
  const below = path.replace(/^\/sandbox/i, '').replace(/\/$/, '');
  const parts = below.split('/');
  const known = new Map(Object.entries(shortForms)).get(below);
  if (known !== undefined) return `/sandbox${known}`;
  const ranked = routes
    .map(({ endpoint }) => ({ endpoint, distance: distanceTo(endpoint.path.split('/'), parts) }))
    .filter(({ distance }) => distance <= mostErrors)
    .toSorted(
      (one, other) =>
        one.distance - other.distance ||
        Number(other.endpoint.method === method) - Number(one.endpoint.method === method),
    );
  const template = ranked[0]?.endpoint.path;
  return template && `/sandbox${filled(template.split('/'), parts).join('/')}`;
};

const isName = (part: string): boolean => part.startsWith('{');

const distanceTo = (template: readonly string[], parts: readonly string[]): number => {
  if (template.length !== parts.length) return Infinity;
  return template.reduce((sum, part, index) => {
    const given = parts[index] ?? '';
    if (isName(part)) return given === '' ? Infinity : sum;
    return Math.abs(part.length - given.length) > mostErrors ? Infinity : sum + editDistance(part, given);
  }, 0);
};

const filled = (template: readonly string[], parts: readonly string[]): readonly string[] =>
  template.map((part, index) => (isName(part) ? (parts[index] ?? '') : part));
