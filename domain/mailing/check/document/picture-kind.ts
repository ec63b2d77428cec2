import type { Picture } from './types.ts';

/** A picture on somebody's server is loaded when the mail is read, and tells them so; one with a scheme of its own is none of ours. */
export const pictureKind = (source: string): Picture['kind'] =>
  /^data:/i.test(source) ? 'data' : /^(?:[a-z][a-z\d+.-]+:)?\/\//i.test(source) ? 'remote' : 'file';

/** The bytes of a `data:` address, or undefined where it holds none. */
export function dataBytes(source: string): Uint8Array | undefined {
  const [, kind = '', data = ''] = /^data:([^,]*),([\s\S]*)$/i.exec(source) ?? [];
  try {
    return /;base64$/i.test(kind)
      ? Uint8Array.from(atob(data.replaceAll(/\s/g, '')), (char) => char.charCodeAt(0))
      : new TextEncoder().encode(decodeURIComponent(data));
  } catch (error) {
    // Only these two say that the text is no data; anything else is ours.
    if (error instanceof URIError || (error instanceof Error && error.name === 'InvalidCharacterError'))
      return undefined;
    throw error;
  }
}
