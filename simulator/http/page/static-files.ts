import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { ParameterizedContext } from 'koa';

/** A file for the browser, ready to be sent. */
export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/**
 * Finds a file of these folders by its path below them, such as `page.css` or `ru/index.html`. They are read once, at the
 * first question, so no name can reach outside them.
 */
export const staticFiles = (...folders: readonly URL[]): ((name: string) => StaticFile | undefined) => {
  let files: ReadonlyMap<string, StaticFile> | undefined;
  return (name) => {
    files ??= new Map(folders.flatMap(filesOf));
    return files.get(name);
  };
};

const filesOf = (folder: URL): (readonly [string, StaticFile])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((entry) => {
    const name = entry.replaceAll(sep, '/');
    const type = typeOf(name);
    return type === undefined ? [] : [[name, staticFile(type, readFileSync(new URL(name, folder)))] as const];
  });

const typeOf = (name: string): string | undefined => types[name.slice(name.lastIndexOf('.') + 1)];

/** A file of these bytes, of a type such as `text/css; charset=utf-8`. */
export const staticFile = (type: string, body: Buffer): StaticFile => ({
  type,
  body,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});

/** Sends such a file, to be asked for again only when it has changed. */
export const sendStatic = (ctx: ParameterizedContext, file: StaticFile | undefined): void => {
  if (!file) return;
  ctx.set('Content-Type', file.type);
  ctx.set('ETag', file.etag);
  ctx.set('Cache-Control', 'no-cache');
  ctx.status = 200;
  if (ctx.fresh) ctx.status = 304;
  else ctx.body = file.body;
};
