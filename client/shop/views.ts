import { readFileSync } from 'node:fs';
import ejs from 'ejs';

const viewNames = ['catalogue', 'order', 'orders', 'cards', 'message'] as const;

export type ViewName = (typeof viewNames)[number];

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

/** Compiles the shop's pages once. Templates escape every value they show. */
export const shopViews = () => {
  const folder = new URL('./views/', import.meta.url);
  const compile = (name: string) => ejs.compile(readFileSync(new URL(`${name}.ejs`, folder), 'utf8'));
  const frame = compile('frame');
  const views = new Map(viewNames.map((name) => [name, compile(name)]));
  return {
    /** The content of a page. */
    content: (view: ViewName, values: Values): string => views.get(view)?.(values) ?? '',
    /** The page around it. */
    page: (values: Frame & Values): string => frame({ refresh: undefined, part: undefined, ...values }),
  };
};

const files = { 'shop.css': 'css', 'shop.js': 'js', 'shop.svg': 'svg' } as const;

export type AssetName = keyof typeof files;

/** The files that the pages load, each with its type. */
export const readAssets = (): readonly { readonly name: AssetName; readonly type: string; readonly body: string }[] =>
  (Object.keys(files) as AssetName[]).map((name) => ({
    name,
    type: files[name],
    body: readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8'),
  }));
