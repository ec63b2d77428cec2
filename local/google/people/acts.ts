import { type Edit, Edit as NewEdit, PERSON } from '../book/edit.ts';
import type { Library } from '../store/library.ts';
import { type Act, undoAct } from './undo.ts';

const UNDO_DEPTH = 200;

/** Acts of people on workbooks, each remembered so that it can be taken back and done again. Memory only, as in a browser. */
export class Acts {
  readonly #library: Library;
  readonly #done = new Map<string, Act[]>();
  readonly #undone = new Map<string, Act[]>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** Runs one act: kept, announced as a person's, and put on the undo stack; nothing of it if it throws. */
  act<T>(id: string, name: string, work: (edit: Edit) => T): T {
    const edit = new NewEdit(this.#library.get(id), PERSON);
    const result = work(edit);
    this.#library.keep(edit);
    this.#remember(this.#done, id, { name, before: edit.before, after: edit.book, log: edit.log });
    this.#undone.delete(id);
    return result;
  }

  #remember(where: Map<string, Act[]>, id: string, act: Act): void {
    where.set(id, [...(where.get(id) ?? []), act].slice(-UNDO_DEPTH));
  }

  undo(id: string): string | undefined {
    return this.#back(id, this.#done, this.#undone);
  }

  redo(id: string): string | undefined {
    return this.#back(id, this.#undone, this.#done);
  }

  can(id: string): { undo: boolean; redo: boolean } {
    return { undo: (this.#done.get(id)?.length ?? 0) > 0, redo: (this.#undone.get(id)?.length ?? 0) > 0 };
  }

  #back(id: string, from: Map<string, Act[]>, to: Map<string, Act[]>): string | undefined {
    const act = from.get(id)?.pop();
    if (!act) return undefined;
    const edit = undoAct(this.#library.get(id), act);
    this.#library.keep(edit);
    this.#remember(to, id, { name: act.name, before: edit.before, after: edit.book, log: edit.log });
    return act.name;
  }
}
