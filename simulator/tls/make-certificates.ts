import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { newSecret } from '../runtime/ids.ts';
import { isAddress } from './names.ts';
import type { Permitted } from './permitted.ts';

/** A new private key on the curve P-256, which every client of the last fifteen years knows. */
export const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

interface Times {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The certificate of an authority, as PEM: it signs certificates of servers with these names and nothing else. Source: RFC 5280, 4.2.1. */
export const makeAuthority = (key: KeyObject, permitted: Permitted, times: Times): string =>
  signed(key, {
    subject: authorityName(key),
    publicKey: createPublicKey(key),
    times,
    extensions: [
      extension(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }), true),
      extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign), true),
      extension(id_ce_nameConstraints, constraints(permitted), true),
    ],
  });

/** The certificate of a server with these names, as PEM. */
export const makeServerCertificate = (
  authorityKey: KeyObject,
  key: KeyObject,
  names: readonly string[],
  times: Times,
): string =>
  signed(authorityKey, {
    subject: nameOf('tillbox'),
    publicKey: createPublicKey(key),
    times,
    extensions: [
      extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature), true),
      extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
      extension(id_ce_subjectAltName, new SubjectAlternativeName(names.map(generalName))),
      extension(id_ce_authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier: keyId(authorityKey) })),
    ],
  });

/** What the certificate of an authority permits. */
export const permittedBy = (authority: Buffer): Permitted => {
  const { extensions = [] } = AsnConvert.parse(authority, Certificate).tbsCertificate;
  const found = extensions.find(({ extnID }) => extnID === id_ce_nameConstraints);
  const subtrees = found ? (AsnConvert.parse(found.extnValue, NameConstraints).permittedSubtrees ?? []) : [];
  return {
    names: subtrees.flatMap(({ base }) => base.dNSName ?? []),
    networks: subtrees.flatMap(({ base }) => base.iPAddress ?? []),
  };
};

interface Contents {
  readonly subject: Name;
  readonly publicKey: KeyObject;
  readonly times: Times;
  readonly extensions: readonly Extension[];
}

const ecdsaWithSha256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });

const signed = (key: KeyObject, { subject, publicKey, times, extensions }: Contents): string => {
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: bytes(serialNumber()),
    signature: ecdsaWithSha256,
    issuer: authorityName(key),
    subject,
    validity: new Validity({ notBefore: new Date(times.fromMs), notAfter: new Date(times.toMs) }),
    subjectPublicKeyInfo: AsnConvert.parse(spkiOf(publicKey), SubjectPublicKeyInfo),
    extensions: new Extensions([
      ...extensions,
      extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyId(publicKey))),
    ]),
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(tbsCertificate)), key);
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: ecdsaWithSha256,
    signatureValue: bytes(signature),
  });
  const lines =
    Buffer.from(AsnConvert.serialize(certificate))
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};

/** Positive, and at most 20 octets. Source: RFC 5280, 4.1.2.2. */
const serialNumber = (): Buffer => {
  const number = Buffer.from(newSecret(), 'base64url').subarray(0, 16);
  number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
  return number;
};

/** With a part of its key, so that two authorities of one machine are told apart in a list. */
const authorityName = (key: KeyObject): Name =>
  nameOf(`tillbox test authority ${Buffer.from(keyId(key).buffer).toString('hex').slice(0, 8)}`);

const nameOf = (commonName: string): Name =>
  new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new AttributeValue({ utf8String: commonName }) }),
    ]),
  ]);

const extension = (extnID: string, value: object, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

const constraints = ({ names, networks }: Permitted): NameConstraints => {
  const bases = [
    ...names.map((dNSName) => new GeneralName({ dNSName })),
    ...networks.map((iPAddress) => new GeneralName({ iPAddress })),
  ];
  return new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(bases.map((base) => new GeneralSubtree({ base }))),
  });
};

const generalName = (name: string): GeneralName =>
  new GeneralName(isAddress(name) ? { iPAddress: name } : { dNSName: name });

/** Source: RFC 5280, 4.2.1.2, method 1. */
const keyId = (key: KeyObject): KeyIdentifier => {
  const { subjectPublicKey } = AsnConvert.parse(
    spkiOf(key.type === 'private' ? createPublicKey(key) : key),
    SubjectPublicKeyInfo,
  );
  return new KeyIdentifier(bytes(createHash('sha1').update(Buffer.from(subjectPublicKey)).digest()));
};

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

/** A copy: a small `Buffer` is a part of a larger memory. */
const bytes = (buffer: Uint8Array): ArrayBuffer => new Uint8Array(buffer).buffer;
