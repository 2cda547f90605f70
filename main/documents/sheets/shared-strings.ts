// The texts that cells of a .xlsx share, over a million of them in the roster of a county: kept as bytes, made into text when a cell
// asks. As JavaScript strings they would take three times the memory.

/** Those met first are asked for most: names of streets, categories, relations. */
const keptAsText = 20_000;
const firstBytes = 2 ** 20;

export class SharedStrings {
  #bytes = Buffer.allocUnsafe(firstBytes);
  /** Where each text ends. */
  #ends = new Uint32Array(2 ** 14);
  #count = 0;
  readonly #texts: (string | undefined)[] = [];

  push(text: string): void {
    const start = this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
    const most = start + text.length * 3;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, Math.ceil(this.#bytes.length * 1.5)));
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(Math.ceil(this.#ends.length * 1.5));
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#count] = start + this.#bytes.write(text, start);
    this.#count += 1;
  }

  /** Empty for an index that does not exist. */
  at(index: number): string {
    if (!(index >= 0 && index < this.#count)) return '';
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const text = this.#bytes.toString('utf8', start, this.#ends[index]);
    if (index < keptAsText) this.#texts[index] = text;
    return text;
  }
}
