import { tabOf } from '../../../domain/program/index.ts';
import { type Chance, chance } from '../simulator/random.ts';
import type { Desk } from '../stand-in.ts';

/** Staff in a race: they know people by their names, as people do, and remember what they wrote. */
export class Actor {
  readonly #desk: Desk;
  readonly #chance: Chance;
  readonly #mostDeleted: number;
  /** What staff wrote last beside a name. */
  readonly notes = new Map<string, string>();
  readonly deleted = new Set<string>();
  acts = 0;

  constructor(desk: Desk, seed: number, mostDeleted: number) {
    this.#desk = desk;
    this.#chance = chance(seed);
    this.#mostDeleted = mostDeleted;
  }

  act(): void {
    this.acts++;
    const acts: [number, () => void][] = [
      [4, () => this.#sort()],
      [2, () => this.#insert()],
      [1, () => this.#delete()],
      [3, () => this.#cut()],
      [3, () => this.#note()],
    ];
    let at = this.#chance.next() * acts.reduce((sum, [weight]) => sum + weight, 0);
    const found = acts.find(([weight]) => {
      at -= weight;
      return at < 0;
    });
    found?.[1]();
  }

  /** Rows by name: their numbers. */
  names(): Map<string, number> {
    const named = this.#desk
      .columns('Full name')
      .rows.flatMap(([name = ''], row): [string, number][] => (row > 0 && name ? [[name, row]] : []));
    return new Map(named);
  }
  #someone(): [name: string, row: number] {
    return this.#chance.pick([...this.names()]);
  }

  #sort(): void {
    const { people, file, sheetId } = this.#desk;
    const header = this.#chance.pick(['Full name', 'Email', 'Next step', 'Staff note', 'ID']);
    people.sort(file, sheetId, this.#desk.column(header), this.#chance.maybe(0.5));
  }
  #insert(): void {
    const { people, file, sheetId } = this.#desk;
    people.insertRows(file, sheetId, 1 + this.#chance.int(this.#desk.free - 1));
  }
  #delete(): void {
    if (this.deleted.size >= this.#mostDeleted) return;
    const { people, file, sheetId } = this.#desk;
    const [name, row] = this.#someone();
    people.deleteRows(file, sheetId, row);
    this.deleted.add(name);
  }
  #cut(): void {
    const { people, file, sheetId } = this.#desk;
    const [, row] = this.#someone();
    people.cutPasteRow(file, sheetId, row, this.#desk.free);
  }
  #note(): void {
    const [name, row] = this.#someone();
    const note = `note ${this.acts}`;
    this.#desk.type(row, tabOf('mentors').columns.staffNote?.header ?? '', note);
    this.notes.set(name, note);
  }
}
