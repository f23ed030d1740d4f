import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { packedModule } from './packed-module.ts';
import { withQuickBuiltins } from './quick-builtins.ts';

/** Puts the scenarios as ready data into the bundle, so that neither their files nor the reader of YAML is loaded. */
const readyScenarios = (root: string): Plugin => ({
  name: 'ready-scenarios',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]packed-scenarios\.ts$/ }, async () => ({
      contents: await packedModule(path.join(root, 'scenarios')),
      loader: 'js',
    }));
  },
});

/** Leaves out the error texts of Zod in sixty languages, which nothing asks for. */
const englishZod: Plugin = {
  name: 'english-zod',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/**
 * Makes `import.meta` of a bundled file name its own place in dist/, so that it finds its views as in the sources. The
 * files `behindCore` import the simulator first.
 */
const ownPlaces = (root: string, behindCore: ReadonlySet<string>): Plugin => ({
  name: 'own-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/](?:simulator|client|contracts)[\\/].*\.ts$/ }, ({ path: file }) => {
      const source = path.relative(root, file).replaceAll('\\', '/');
      const text = readFileSync(file, 'utf8')
        .replaceAll('import.meta.dirname', `(import.meta.dirname + '/../${path.posix.dirname(source)}')`)
        .replaceAll('import.meta.url', `new URL('../${source}', import.meta.url).href`);
      // On the first line, so that the numbers of the lines stay.
      const before = behindCore.has(source) ? `import ${JSON.stringify(path.join(root, core))};` : '';
      return { contents: before + withQuickBuiltins(text), loader: 'ts' };
    });
  },
});

/** The same for ES modules of packages that the bundle takes in. */
const quickBuiltins: Plugin = {
  name: 'quick-builtins',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, ({ path: file }) => {
      const text = readFileSync(file, 'utf8');
      const contents = withQuickBuiltins(text);
      return contents === text ? undefined : { contents, loader: 'js' };
    });
  },
};

const core = 'simulator/simulator.ts';

/** The commands and other programs load what they need by themselves. */
const isAlone = (source: string): boolean =>
  !source.startsWith('simulator/') || /\/commands\/(?:cli|pay|program)\.ts$/.test(source);

/** CommonJS packages load the modules of Node by `require`, which does not exist in an ES module. */
const requireForCommonJs =
  "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);";

const optionsFor = (root: string, outdir: string): BuildOptions & { metafile: true } => ({
  absWorkingDir: root,
  entryPoints: { simulator: 'simulator/index.ts', client: 'client/index.ts', cli: 'simulator/commands/cli.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: ['@pact-foundation/pact', 'pg-native'],
  banner: { js: requireForCommonJs },
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
});

/** The library for `require`, one file for each entry: esbuild does not share code between files of CommonJS. */
export const bundleCommonJs = async (root: string, outdir: string): Promise<void> => {
  await build({
    absWorkingDir: root,
    entryPoints: { simulator: 'simulator/index.ts', client: 'client/index.ts' },
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    external: ['@pact-foundation/pact', 'pg-native', 'zod'],
    plugins: [readyScenarios(root), ownPlaces(root, new Set())],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'ownUrl' },
    banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
};

/**
 * Bundles with shared chunks. Files that are loaded late share modules with the simulator, each its own, and every set of
 * sharers would be a chunk: dozens of small files, which take longer to load than one. So each late file of the simulator
 * is made to import all of it, which is loaded by then anyway. @throws ScenarioError if a bundled scenario is wrong.
 */
export const bundle = async (root: string, outdir: string): Promise<Metafile> => {
  const plugins = (behindCore: ReadonlySet<string>) => [
    readyScenarios(root),
    englishZod,
    quickBuiltins,
    ownPlaces(root, behindCore),
  ];
  const options = optionsFor(root, outdir);
  const first = await build({ ...options, plugins: plugins(new Set()), write: false });
  const entries = Object.values(first.metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? []);
  const behindCore = new Set(entries.filter((source) => !isAlone(source)));
  return (await build({ ...options, plugins: plugins(behindCore) })).metafile;
};

/** Makes the fixtures load the library from the files beside them. */
const libraryBeside: Plugin = {
  name: 'library-beside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.\/index\.ts$/ }, () => ({ path: './simulator.js', external: true }));
    onResolve({ filter: /\/client\/index\.ts$/ }, () => ({ path: './client.js', external: true }));
  },
};

/** The fixtures of test runners, apart from the library: chunks that they shared with it would slow its start down. */
export const bundleFixtures = async (root: string, outdir: string, format: 'esm' | 'cjs'): Promise<void> => {
  await build({
    absWorkingDir: root,
    entryPoints: { vitest: 'simulator/fixtures/vitest.ts', playwright: 'simulator/fixtures/playwright.ts' },
    outdir,
    bundle: true,
    format,
    platform: 'node',
    target: 'node22',
    plugins: [libraryBeside],
    sourcemap: 'linked',
    sourcesContent: false,
  });
};
