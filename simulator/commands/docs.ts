import { existsSync } from 'node:fs';
import Koa from 'koa';
import { type StaticFile, sendStatic, staticFiles } from '../http/page/static-files.ts';
import { createPorts, type Ports } from '../server/ports.ts';
import type { Output } from './command.ts';

/** The site of the documentation: in the package, and in the sources. */
const places = ['../../site/', '../../dist/site/'].map((folder) => new URL(folder, import.meta.url));

const usualPort = 8082;

/** Serves the site of the documentation until the program ends, and prints its address. Resolves with 1 if it is not built. */
export const docs = async ({ out, err }: Output, folders: readonly URL[] = places): Promise<1 | undefined> => {
  const folder = folders.find((place) => existsSync(new URL('index.html', place)));
  if (!folder) {
    err('The site of the documentation is not there; npm run docs:site builds it.\n');
    return 1;
  }
  const { url } = await serveSite(folder, usualPort);
  out(`Documentation  ${url}\nStop with Ctrl+C\n`);
  return undefined;
};

interface ServedSite {
  readonly url: string;
  readonly close: Ports['close'];
}

/** Serves a folder for this machine, at this port or, if it is in use, at any free one. */
export const serveSite = async (folder: URL, port: number): Promise<ServedSite> => {
  const answer = siteApp(folder).callback();
  const openAt = async (wanted: number): Promise<ServedSite> => {
    const ports = createPorts({ port: wanted, host: '127.0.0.1', controlPort: undefined, controlToken: undefined });
    await ports.open(answer);
    return { url: `${ports.url()}/`, close: ports.close };
  };
  return openAt(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return openAt(0);
  });
};

const siteApp = (folder: URL): Koa => {
  const find = staticFiles(folder);
  return new Koa().use((ctx) => {
    const file = find(nameOf(ctx.path));
    if (file) sendStatic(ctx, file);
    else if (find(nameOf(`${ctx.path}/`))) ctx.redirect(`${ctx.path}/`);
    else sendMissing(ctx, find('404.html'));
  });
};

/** The name of the file at an address: `ru/index.html` for `/ru/`. */
const nameOf = (address: string): string => address.slice(1).replace(/(?<=^|\/)$/, 'index.html');

const sendMissing = (ctx: Koa.Context, page: StaticFile | undefined): void => {
  ctx.status = 404;
  ctx.type = 'html';
  ctx.body = page?.body;
};
