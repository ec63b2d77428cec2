import type { Forms } from '../forms/forms.ts';
import type { Files } from '../store/files.ts';
import type { Library } from '../store/library.ts';

/** What the routes work on. */
export interface Services {
  readonly library: Library;
  readonly files: Files;
  readonly forms: Forms;
  readonly now: () => number;
}
