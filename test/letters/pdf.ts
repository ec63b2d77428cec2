import { inflateSync } from 'node:zlib';

/** What a reader of PDF finds in a file of ours: objects, streams unpacked, and the text of each page by the fonts' own maps. */
export function readPdf(file: Uint8Array) {
  const raw = Buffer.from(file).toString('latin1');
  const objects = new Map<string, { dict: string; stream: string }>();
  for (const [, id = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, dict = body, packed] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
    const bytes = packed === undefined ? undefined : Buffer.from(packed, 'latin1');
    const stream = bytes && (dict.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
    objects.set(id, { dict, stream: stream ?? '' });
  }
  const get = (id: string | undefined) => objects.get(id ?? '') ?? { dict: '', stream: '' };
  const ref = (dict: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(dict)?.[1];
  const pages = [...objects.values()]
    .filter(({ dict }) => /\/Type \/Page\n/.test(dict))
    .map(({ dict }) => {
      const fonts = new Map(
        [...get(ref(dict, 'Resources')).dict.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
          name,
          lettersOf(get(ref(get(id).dict, 'ToUnicode')).stream),
        ]),
      );
      const { stream } = get(ref(dict, 'Contents'));
      let font = '';
      const lines: string[] = [];
      for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (name !== undefined) font = name;
        else
          lines.push(
            hexWords(shown ?? '')
              .map((code) => fonts.get(font)?.get(code) ?? '\uFFFD')
              .join(''),
          );
      }
      return { lines, stream };
    });
  return { pages, objects: [...objects.values()], raw };
}

/** Codes of four hexadecimal digits in what one operator shows. */
const hexWords = (shown: string): string[] =>
  [...shown.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);

/** Which letters a code of a font stands for, by its ToUnicode map. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [i, [, units = '']] of [...list.matchAll(/<([0-9a-f]*)>/g)].entries())
      letters.set(
        (Number.parseInt(from, 16) + i).toString(16).padStart(4, '0'),
        String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
      );
  return letters;
}
