/** Numbers 0 to `size - 1`, nearest first; nearer ones may be pushed again. */
export class Heap {
  readonly #items: Int32Array;
  /** Where each number stands, or -1. */
  readonly #at: Int32Array;
  readonly #distance: Float64Array;
  #size = 0;

  constructor(size: number, distance: Float64Array) {
    this.#items = new Int32Array(size);
    this.#at = new Int32Array(size).fill(-1);
    this.#distance = distance;
  }

  clear(): void {
    for (let n = 0; n < this.#size; n++) this.#at[this.#items[n] as number] = -1;
    this.#size = 0;
  }

  /** Adds a number, or moves it up after its distance became less. */
  push(item: number): void {
    let at = this.#at[item] as number;
    if (at === -1) at = this.#size++;
    const own = this.#distance[item] as number;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#items[parent] as number;
      if ((this.#distance[above] as number) <= own) break;
      this.#put(at, above);
      at = parent;
    }
    this.#put(at, item);
  }

  /** Takes the nearest one out; -1 if there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const top = this.#items[0] as number;
    this.#at[top] = -1;
    const last = this.#items[--this.#size] as number;
    if (this.#size === 0) return top;
    const own = this.#distance[last] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#far(child + 1) < this.#far(child)) child += 1;
      if (this.#far(child) >= own) break;
      this.#put(at, this.#items[child] as number);
      at = child;
    }
    this.#put(at, last);
    return top;
  }

  #far(at: number): number {
    return this.#distance[this.#items[at] as number] as number;
  }
  #put(at: number, item: number): void {
    this.#items[at] = item;
    this.#at[item] = at;
  }
}
