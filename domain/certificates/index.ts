/** Certificates of appreciation and of awards: what they say, and what of a name can be printed. Drawn in mail/. */
export { GLYPHS, printable } from './printable.ts';
export { CERTIFICATE_KINDS, type Certificate, type CertificateKind, isCertificateKind } from './types.ts';
export { type CertificateWords, certificateWords, spanIn } from './words.ts';
