/** Checks the links of a built site: `node test/site/check-built.ts <folder> <base>`. Exit code: 0 right, 1 not. */
import { brokenBuiltLinks, foreignFiles, readSite } from './built-links.ts';

const [folder = '', base = '/'] = process.argv.slice(2);
const site = readSite(folder);
const lines = [
  ...brokenBuiltLinks(site, base),
  ...foreignFiles(site).map((line) => `${line}: is loaded from another host`),
];
const pages = [...site.keys()].filter((file) => file.endsWith('.html'));
console.log([...lines, `${pages.length} pages, ${lines.length} mistakes`].join('\n'));
process.exitCode = lines.length > 0 || pages.length === 0 ? 1 : 0;
