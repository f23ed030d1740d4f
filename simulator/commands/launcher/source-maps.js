/**
 * Makes stacks name files of the sources. A map is read with the first error in its file, because Node's own source maps
 * read all of them at the start.
 */

// Not by `import`, which would evaluate all that they offer: see quick-builtins.ts.
const { readFileSync } = process.getBuiltinModule('node:fs');
const { SourceMap } = process.getBuiltinModule('node:module');
const { fileURLToPath } = process.getBuiltinModule('node:url');

/** For files whose address begins with this one. */
export const useSourceMaps = (folder) => {
  const maps = new Map();
  const mapOf = (file) => {
    if (!maps.has(file)) maps.set(file, readMap(file));
    return maps.get(file);
  };
  Error.prepareStackTrace = (error, sites) =>
    [Error.prototype.toString.call(error), ...sites.map((site) => siteText(site, folder, mapOf))].join('\n    at ');
};

const readMap = (file) => {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), 'utf8')));
  } catch {
    return undefined;
  }
};

const siteText = (site, folder, mapOf) => {
  const text = String(site);
  const file = site.getFileName();
  if (!file?.startsWith(folder)) return text;
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  const { fileName, lineNumber, columnNumber } = mapOf(file)?.findOrigin(line, column) ?? {};
  if (fileName === undefined) return text;
  const source = fileURLToPath(new URL(fileName, file));
  return text.replace(`${file}:${line}:${column}`, `${source}:${lineNumber}:${columnNumber}`);
};
