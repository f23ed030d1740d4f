import { transform } from 'esbuild';

const sources = new Map([
  ['tillbox', '../../../simulator/index.ts'],
  ['tillbox/client', '../../../client/index.ts'],
]);

/** A TypeScript program of a page as JavaScript of Node 22, with the package's sources in place of the package. */
export const runnableProgram = async (text: string): Promise<string> => {
  const { code } = await transform(text, { loader: 'ts', target: 'node22', format: 'esm' });
  return code.replaceAll(
    /(?<=from ")(tillbox[^"]*)(?=")/g,
    (name) => new URL(sources.get(name) ?? name, import.meta.url).href,
  );
};
