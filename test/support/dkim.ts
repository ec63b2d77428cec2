import { createHash, createVerify, type KeyObject } from 'node:crypto';

export interface Signature {
  readonly domain: string;
  readonly selector: string;
  /** Names of the signed headers, in lower case. */
  readonly signed: readonly string[];
  /** Undefined when the signature holds. */
  readonly problem: 'body' | 'headers' | undefined;
}

/**
 * Judges the DKIM signature of a message as a receiver does (RFC 6376 §3.4.2, §3.4.4, §3.7, §6.1.3), for rsa-sha256 and relaxed
 * canonicalization of headers and body.
 * @param message what was sent after DATA, without the final dot; lines that begin with a dot still have the one added for the transport
 * @throws when it is not signed, or in another way
 */
export function judgeSignature(message: string, publicKey: KeyObject): Signature {
  const raw = message.replaceAll(/^\./gm, '');
  const end = raw.indexOf('\r\n\r\n');
  if (end < 0) throw new Error('a message without a body');
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.filter((field) => nameOf(field) === 'dkim-signature');
  if (signature.length !== 1) throw new Error(`${signature.length} signatures`);
  const [own = ''] = signature;
  const tags = tagsOf(own);
  const tag = (name: string): string => tags.get(name) ?? '';
  if (tag('v') !== '1' || tag('a') !== 'rsa-sha256' || tag('c') !== 'relaxed/relaxed' || tags.has('l'))
    throw new Error(`signed in another way: ${own}`);
  const signed = tag('h').toLowerCase().split(':');
  const hash = createHash('sha256')
    .update(relaxedBody(`${raw.slice(end + 4)}\r\n`))
    .digest('base64');
  // A name that stands twice takes the next field upwards; one that is not there signs nothing.
  const left = fields.toReversed();
  const parts = signed.flatMap((name) => {
    const at = left.findIndex((field) => nameOf(field) === name);
    return at < 0 ? [] : left.splice(at, 1).map((field) => `${relaxedHeader(field)}\r\n`);
  });
  const unsigned = relaxedHeader(own.replace(/([;\s]b=)[^;]*/, '$1'));
  const holds = createVerify('sha256')
    .update(`${parts.join('')}${unsigned}`, 'utf8')
    .verify(publicKey, tag('b'), 'base64');
  const problem = hash !== tag('bh') ? 'body' : holds ? undefined : 'headers';
  return { domain: tag('d'), selector: tag('s'), signed, problem };
}

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase();

const tagsOf = (field: string): Map<string, string> =>
  new Map(
    field
      .slice(field.indexOf(':') + 1)
      .split(';')
      .flatMap((part): [string, string][] => {
        const [name = '', ...value] = part.split('=');
        return name.trim() === '' ? [] : [[name.trim(), value.join('=').replaceAll(/\s+/g, '')]];
      }),
  );

const relaxedHeader = (field: string): string => {
  const value = field.slice(field.indexOf(':') + 1);
  return `${nameOf(field)}:${value
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()}`;
};

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, ''));
  const text = lines.join('\r\n').replace(/(\r\n)*$/, '');
  return text === '' ? '' : `${text}\r\n`;
}
