import type { Json } from '../simulator/simulator.ts';
import { storePact, versionOf } from './broker-records.ts';
import type { StubBroker } from './stub-broker.ts';

export interface GivenPact {
  readonly consumer?: string;
  readonly version?: string;
  readonly provider?: string;
  readonly branch?: string;
  readonly tags?: readonly string[];
  readonly publishedAt?: string;
  /** Descriptions of its interactions. */
  readonly interactions?: readonly string[];
}

export const pactOf = (consumer: string, provider: string, descriptions: readonly string[]): Json => ({
  consumer: { name: consumer },
  provider: { name: provider },
  interactions: descriptions.map((description) => ({
    description,
    request: { method: 'GET', path: `/${description.replaceAll(' ', '-')}` },
    response: { status: 200 },
  })),
  metadata: { pactSpecification: { version: '2.0.0' } },
});

/** Puts a pact into the broker, as if it had been published. */
export const publishPact = ({ records }: StubBroker, given: GivenPact = {}): void => {
  const {
    consumer = 'shop',
    version = '1.0.0',
    provider = 'tillbox-bereke',
    branch = 'main',
    tags = [],
    publishedAt = '2026-01-15T08:00:00+00:00',
    interactions = ['the shop pays', `the shop ${version} asks`],
  } = given;
  const { branches, tags: tagsOfVersion } = versionOf(records, consumer, version);
  branches.push(branch);
  tagsOfVersion.push(...tags);
  storePact(records, { consumer, version, provider }, pactOf(consumer, provider, interactions), publishedAt);
};
