import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bareServer, buildPackage, type Program, quietPackage } from './processes.ts';

/** A program that answers register.do, beside tillbox. */
export interface Contender {
  readonly name: string;
  /** What it does for an answer. */
  readonly does: string;
  /** How many times as fast as it tillbox wants to be. */
  readonly wanted?: number;
  readonly program: Program;
}

const answer = { orderId: '01a20aa2-18b2-733c-afb3-90bf80901360', formUrl: 'http://127.0.0.1/payment_en.html' };

/** As an OpenAPI document, for the tools that take one. */
const document = {
  openapi: '3.0.3',
  info: { title: 'gateway', version: '1' },
  servers: [{ url: '/' }],
  paths: {
    '/payment/rest/register.do': {
      post: {
        requestBody: { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } },
        responses: {
          200: {
            description: 'registered',
            content: { 'application/json': { examples: { registered: { value: answer } } } },
          },
        },
      },
    },
  },
};

const imposterOf = (port: number): object => ({
  imposters: [
    {
      port,
      protocol: 'http',
      stubs: [
        {
          predicates: [{ equals: { path: '/payment/rest/register.do' } }],
          responses: [
            { is: { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(answer) } },
          ],
        },
      ],
    },
  ],
});

const mapping = {
  request: { method: 'POST', urlPath: '/payment/rest/register.do' },
  response: { status: 200, headers: { 'Content-Type': 'application/json' }, jsonBody: answer },
};

const versions = {
  mountebank: '2.9.1',
  '@mockoon/cli': '9.9.0',
  '@stoplight/prism-cli': '5.16.0',
  wiremock: '3.13.2',
} as const;

/** Installs the tools by their names from npm into a folder that goes with the process, and gives all contenders. */
export const contenders = async (): Promise<readonly Contender[]> => {
  await buildPackage();
  const folder = mkdtempSync(path.join(tmpdir(), 'tillbox-tools-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], {
    cwd: folder,
  });
  const inFolder = (...parts: readonly string[]): string => path.join(folder, ...parts);
  const inModules = (...parts: readonly string[]): string => inFolder('node_modules', ...parts);
  const file = (name: string, content: object): string => {
    mkdirSync(path.dirname(inFolder(name)), { recursive: true });
    writeFileSync(inFolder(name), JSON.stringify(content));
    return inFolder(name);
  };
  const openapi = file('openapi.json', document);
  file('wiremock/mappings/register.json', mapping);
  const quiet = { environment: { HOME: folder } };

  const hasJava = await promisify(execFile)('java', ['-version']).then(
    () => true,
    () => false,
  );
  return [
    {
      name: 'tillbox',
      does: 'a gateway with state',
      program: quietPackage,
    },
    { name: 'koa, @koa/router, @koa/bodyparser', does: 'a constant answer', program: bareServer },
    {
      name: `mountebank ${versions.mountebank}`,
      does: 'a stub',
      wanted: 3,
      program: {
        ...quiet,
        script: inModules('mountebank/bin/mb'),
        args: (port) => [
          ...['--configfile', file(`imposter-${port}.json`, imposterOf(port))],
          ...['--port', String(port + 1), '--nologfile', '--loglevel', 'error'],
          ...['--pidfile', inFolder(`mb-${port}.pid`)],
        ],
      },
    },
    {
      name: `Mockoon CLI ${versions['@mockoon/cli']}`,
      does: 'an example out of OpenAPI',
      wanted: 8,
      program: {
        ...quiet,
        script: inModules('@mockoon/cli/bin/run.js'),
        args: (port) => ['start', '--data', openapi, '--port', String(port), '--disable-log-to-file'],
      },
    },
    {
      name: `Prism ${versions['@stoplight/prism-cli']}`,
      does: 'an example out of OpenAPI, requests checked',
      program: {
        ...quiet,
        script: inModules('@stoplight/prism-cli/dist/index.js'),
        args: (port) => ['mock', openapi, '--port', String(port), '--verboseLevel', 'error'],
      },
    },
    ...(hasJava
      ? [
          {
            name: `WireMock ${versions.wiremock}`,
            does: 'a stub, on Java',
            wanted: 4,
            program: {
              ...quiet,
              runner: ['java', '-jar'] as const,
              script: inModules(`wiremock/build/wiremock-standalone-${versions.wiremock}.jar`),
              args: (port: number) => ['--port', String(port), '--root-dir', inFolder('wiremock')],
            },
          },
        ]
      : []),
  ];
};
