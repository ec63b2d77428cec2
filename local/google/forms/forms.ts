import { randomBytes, randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { invalid, notFound } from '../errors.ts';
import { transaction } from '../store/database.ts';
import { type Files, FORM, type User } from '../store/files.ts';
import type { Form, FormResponse } from './types.ts';

/** All forms and their responses, in memory and on disk. */
export class Forms {
  readonly #db: DatabaseSync;
  readonly #files: Files;
  readonly #forms = new Map<string, Form>();
  readonly #responses = new Map<string, Map<string, FormResponse>>();

  constructor(db: DatabaseSync, files: Files) {
    this.#db = db;
    this.#files = files;
    for (const { json } of db.prepare('SELECT json FROM form').all() as { json: string }[]) {
      const form = JSON.parse(json) as Form;
      this.#forms.set(form.formId, form);
    }
    const rows = db.prepare('SELECT form, json FROM response ORDER BY seq').all() as { form: string; json: string }[];
    for (const { form, json } of rows) {
      const response = JSON.parse(json) as FormResponse;
      this.#of(form).set(response.responseId, response);
    }
  }

  list(): Form[] {
    return [...this.#forms.values()];
  }

  get(id: string): Form {
    const form = this.#forms.get(id);
    if (!form) throw notFound();
    return form;
  }

  create(owner: User, { title, documentTitle }: { title: string; documentTitle?: string }): Form {
    const file = this.#files.make(documentTitle ?? title, FORM, owner);
    return this.#insert(
      {
        formId: file.id,
        title,
        documentTitle: documentTitle ?? title,
        revision: 1,
        items: [],
        settings: { emailCollectionType: 'DO_NOT_COLLECT' },
        published: false,
        accepting: false,
        watches: [],
      },
      owner,
    );
  }

  copy(id: string, owner: User, title: string): Form {
    const file = this.#files.make(title, FORM, owner);
    const fresh = { published: false, accepting: false, watches: [], revision: 1 };
    return this.#insert({ ...this.get(id), ...fresh, formId: file.id, documentTitle: title }, owner);
  }

  #insert(form: Form, owner: User): Form {
    transaction(this.#db, () => {
      this.#files.put({ ...this.#files.make(form.documentTitle, FORM, owner), id: form.formId });
      this.#put(form);
    });
    return form;
  }

  /** Stores a changed form; a change of what is asked makes a new revision. */
  keep(form: Form, revise = true): Form {
    const next = revise ? { ...form, revision: form.revision + 1 } : form;
    transaction(this.#db, () => {
      this.#put(next);
      this.#files.touch(form.formId, { name: form.documentTitle });
    });
    return next;
  }

  rename(id: string, documentTitle: string): void {
    this.keep({ ...this.get(id), documentTitle });
  }

  remove(id: string): void {
    transaction(this.#db, () => {
      this.#db.prepare('DELETE FROM form WHERE id = ?').run(id);
      this.#db.prepare('DELETE FROM response WHERE form = ?').run(id);
      this.#files.remove(id);
    });
    this.#forms.delete(id);
    this.#responses.delete(id);
  }

  #put(form: Form): void {
    this.#db
      .prepare('INSERT INTO form VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json')
      .run(form.formId, JSON.stringify(form));
    this.#forms.set(form.formId, form);
  }

  responses(id: string): FormResponse[] {
    return [...this.#of(id).values()];
  }

  response(id: string, responseId: string): FormResponse {
    const found = this.#of(id).get(responseId);
    if (!found) throw notFound();
    return found;
  }

  /** Adds a response, or replaces the one with its id (a person who edits an answer). */
  submit(id: string, response: FormResponse): void {
    const all = this.#of(id);
    transaction(this.#db, () => {
      this.#db
        .prepare('INSERT INTO response VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json')
        .run(id, response.responseId, all.size + 1, JSON.stringify(response));
    });
    all.set(response.responseId, response);
  }

  #of(id: string): Map<string, FormResponse> {
    let found = this.#responses.get(id);
    if (!found) {
      found = new Map();
      this.#responses.set(id, found);
    }
    return found;
  }
}

/** Eight hex digits, at most 31 bits; the form page's `entry.<n>` is the same number in decimal. */
export const newQuestionId = (): string => randomInt(1, 0x7fffffff).toString(16).padStart(8, '0');

export const newResponseId = (): string => `ACYDBN${randomBytes(48).toString('base64url')}`;

export function checkedId(id: string, what: string): string {
  if (!/^[0-9a-f]{1,8}$/i.test(id)) throw invalid(`Invalid ${what}: ${id}`);
  return id;
}
