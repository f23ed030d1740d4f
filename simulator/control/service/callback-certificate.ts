import { X509Certificate } from 'node:crypto';
import { controlEndpoint } from '../control-endpoint.ts';

// RFC 8555, 9.1 and RFC 2585, 3.
const pemType = 'application/pem-certificate-chain';
const derType = 'application/pkix-cert';

export const callbackCertificatePem = controlEndpoint({
  method: 'GET',
  path: '/callback-certificate.pem',
  tag: 'callbacks',
  summary: 'The certificate that verifies the RSA checksum of callbacks, as PEM.',
  summaryInRussian: 'Сертификат для проверки контрольной суммы RSA в уведомлениях, в формате PEM.',
  answer: { contentType: pemType },
  isOpen: true,
  handle: async ({ context }) => ({ contentType: pemType, text: context.keys().certificate }),
});

export const callbackCertificateDer = controlEndpoint({
  method: 'GET',
  path: '/callback-certificate.cer',
  tag: 'callbacks',
  summary: 'The same certificate as DER.',
  summaryInRussian: 'Тот же сертификат в формате DER.',
  answer: { contentType: derType },
  isOpen: true,
  handle: async ({ context }) => ({
    contentType: derType,
    bytes: new X509Certificate(context.keys().certificate).raw,
  }),
});
