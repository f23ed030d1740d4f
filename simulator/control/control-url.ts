import type { Context } from '../context.ts';

/** The address of the control API for a caller of this origin: with CONTROL_PORT it is not below PUBLIC_URL. */
export const controlUrlOf = ({ options: { publicUrl, control } }: Context, origin: string): string => {
  if (publicUrl === '' || !control.port) return `${origin}/sandbox`;
  const url = new URL('/sandbox', origin);
  url.port = String(control.port());
  return url.href;
};
