import type { core } from 'zod';
import { ConfigError } from '../domain/config-error.ts';
import { nearest } from '../domain/nearest.ts';
import { verification, wantedCall } from './verification-schemas.ts';

/** Checks expected calls as the control API does. @throws ConfigError that names the wrong field. */
export const checkVerification = (wanted: unknown): void => {
  const { error } = verification.safeParse(wanted);
  const [issue] = error?.issues ?? [];
  if (issue) throw new ConfigError(`verify: ${complaintOf(issue)}`);
};

const complaintOf = (issue: core.$ZodIssue): string => {
  if (issue.code !== 'unrecognized_keys') return [pathText(issue.path), issue.message].filter(Boolean).join(': ');
  const [name = ''] = issue.keys;
  const known = Object.keys((issue.path.length === 0 ? verification : wantedCall).shape);
  const meant = nearest(name, known);
  const hint = meant === undefined ? `known are ${known.join(', ')}` : `did you mean ${meant}?`;
  return `${pathText([...issue.path, name])}: unknown option; ${hint}`;
};

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
