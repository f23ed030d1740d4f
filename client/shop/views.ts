import { readFileSync } from 'node:fs';
import ejs from 'ejs';

export type ViewName = 'catalogue' | 'order' | 'orders' | 'cards' | 'message';

/** A page. */
export interface Frame {
  readonly title: string;
  readonly content: string;
  /** It is loaded again by a browser without scripts. */
  readonly refresh?: { readonly url: string; readonly secs: number };
  /** Where its script asks for new content, and which one it has. */
  readonly part?: { readonly url: string; readonly version: string };
}

type Values = Readonly<Record<string, unknown>>;

/** A template, read and compiled when the first page needs it, once in a process. It escapes every value that it shows. */
const template = (name: string): ((values: Values) => string) => {
  let compiled: ((values: Values) => string) | undefined;
  return (values) => {
    compiled ??= ejs.compile(readFileSync(new URL(`./views/${name}.ejs`, import.meta.url), 'utf8'));
    return compiled(values);
  };
};

const frame = template('frame');
const views: Readonly<Record<ViewName, (values: Values) => string>> = {
  catalogue: template('catalogue'),
  order: template('order'),
  orders: template('orders'),
  cards: template('cards'),
  message: template('message'),
};

/** The content of a page. */
export const contentOf = (view: ViewName, values: Values): string => views[view](values);

/** The page around it. */
export const pageOf = (values: Frame & Values): string => frame({ refresh: undefined, part: undefined, ...values });

const files = { 'shop.css': 'css', 'shop.js': 'js', 'shop.svg': 'svg' } as const;

export type AssetName = keyof typeof files;

/** The files that the pages load, each with its type. */
export const readAssets = (): readonly { readonly name: AssetName; readonly type: string; readonly body: string }[] =>
  (Object.keys(files) as AssetName[]).map((name) => ({
    name,
    type: files[name],
    body: readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8'),
  }));
