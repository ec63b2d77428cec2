import type { ServerResponse } from 'node:http';
import { outcomeIn } from '../../domain/words/index.ts';
import { sendWords } from '../page.ts';
import type { TokenReading } from '../ports.ts';
import type { Reader } from '../reader.ts';

/** A link of a mailing that is none of ours, or was cut on its way. */
export function refuseToken(res: ServerResponse, reading: TokenReading, reader: Reader): void {
  const why = reading.ok ? 'malformed' : reading.why;
  const { words, language } = reader;
  sendWords(
    res,
    why === 'malformed' ? 404 : why === 'expired' ? 410 : 403,
    words.brokenLink,
    outcomeIn(`link-${why}`, language),
    undefined,
    reader,
  );
}
