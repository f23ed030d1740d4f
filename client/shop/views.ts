import { readFileSync } from 'node:fs';
import ejs from 'ejs';

const viewNames = ['catalogue', 'order', 'orders', 'message'] as const;

export type ViewName = (typeof viewNames)[number];

export type Render = (view: ViewName, values: Readonly<Record<string, unknown>>) => string;

/** Compiles the shop's pages once. Templates escape every value they show. */
export const shopViews = (): Render => {
  const folder = new URL('./views/', import.meta.url);
  const compile = (name: string) => ejs.compile(readFileSync(new URL(`${name}.ejs`, folder), 'utf8'));
  const frame = compile('frame');
  const views = new Map(viewNames.map((name) => [name, compile(name)]));
  return (view, values) => frame({ refreshSecs: undefined, ...values, content: views.get(view)?.(values) ?? '' });
};

/** The shop's style sheet. */
export const readStyles = (): string => readFileSync(new URL('./assets/shop.css', import.meta.url), 'utf8');
