// One PDF being drawn: pages, text in two weights with rare characters, lines, the marks under every page. Knows no document kind.
// Units are PDF points (1/72 inch) from the top left corner; use mm().
import PDFDocument from 'pdfkit';
import { Faces } from './fonts.ts';
import type { FontFiles, Weight } from './fonts.ts';
import { wrap } from './wrap.ts';

export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
export const a4 = { width: mm(210), height: mm(297) } as const;
export const a4Landscape = { width: mm(297), height: mm(210) } as const;

/** Height of a line of text in type sizes. */
const leading = 1.36;
/** From the top of the line to the letters' foot, in type sizes. */
const baseline = 1.03;

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'center' | 'right';
  readonly color?: string;
}

export interface PaperSetting {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly practice: boolean;
  /** Slanting across every page, pale and under everything: whose print it is. */
  readonly underlay?: string;
  /** Also the PDF's own date, so that the same model gives the same bytes. */
  readonly printedAt: string;
}

export class Paper {
  readonly width: number;
  readonly height: number;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #faces: Faces;
  /** Fills that would hide the 练习 mark are left out on practice papers. */
  readonly practice: boolean;
  readonly #underlay: string | undefined;
  readonly #bytes: Promise<Uint8Array>;
  #pages = 0;

  constructor(files: FontFiles, setting: PaperSetting) {
    this.width = setting.width;
    this.height = setting.height;
    this.practice = setting.practice;
    this.#underlay = setting.underlay;
    this.#faces = new Faces(files);
    this.#pdf = new PDFDocument({
      autoFirstPage: false,
      size: [setting.width, setting.height],
      margin: 0,
      info: { Title: setting.title, CreationDate: new Date(setting.printedAt), Producer: '', Creator: '' },
      lang: 'zh-CN',
      // Leaves out the standard font that is asked for by default: every glyph on the paper is an embedded one.
      font: null as unknown as string,
    });
    this.#bytes = collect(this.#pdf);
  }

  get pages(): number {
    return this.#pages;
  }

  addPage(): void {
    this.#pdf.addPage();
    this.#pages += 1;
    if (this.#underlay !== undefined) this.#markOwner(this.#underlay);
    if (this.practice) this.#markPractice();
  }

  /** So often that no part of a page can be copied or photographed without it. */
  #markOwner(text: string): void {
    const size = 13;
    const pdf = this.#pdf;
    const step = this.#faces.width(text, size, 'regular') + 50;
    const reach = Math.hypot(this.width, this.height) / 2;
    pdf.save();
    pdf.rotate(-30, { origin: [this.width / 2, this.height / 2] });
    for (let y = -reach + 60, row = 0; y < reach; y += 130, row += 1) {
      for (let x = -reach - (row % 2) * (step / 2); x < reach; x += step) {
        this.#line(text, this.width / 2 + x, this.height / 2 + y, size, 'regular', '#E4E4E4');
      }
    }
    pdf.restore();
  }

  /** Big, grey and under everything, so that figures and codes stay readable. */
  #markPractice(): void {
    const size = Math.min(this.width, this.height) * 0.42;
    const pdf = this.#pdf;
    pdf.save();
    pdf.rotate(-35, { origin: [this.width / 2, this.height / 2] });
    const width = this.#faces.width('练习', size, 'bold');
    this.#line('练习', this.width / 2 - width / 2, this.height / 2 + size * 0.36, size, 'bold', '#DADADA');
    pdf.restore();
  }

  lines(text: string, width: number, style: TextStyle): readonly string[] {
    const weight = style.weight ?? 'regular';
    return wrap(text, width, (piece) => this.#faces.width(piece, style.size, weight));
  }

  textWidth(text: string, style: TextStyle): number {
    return this.#faces.width(text, style.size, style.weight ?? 'regular');
  }

  textHeight(text: string, width: number, style: TextStyle): number {
    return this.lines(text, width, style).length * style.size * leading;
  }

  /** Writes in a column of `width`, breaking lines; answers the height used. */
  text(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const lines = this.lines(text, width, style);
    const weight = style.weight ?? 'regular';
    for (const [index, line] of lines.entries()) {
      const free = width - this.#faces.width(line, style.size, weight);
      const shift = style.align === 'right' ? free : style.align === 'center' ? free / 2 : 0;
      const foot = y + index * style.size * leading + style.size * baseline;
      this.#line(line, x + shift, foot, style.size, weight, style.color ?? '#000000');
    }
    return lines.length * style.size * leading;
  }

  /** Largest size not above `style.size` at which `text` fits on `most` lines of `width`; not below `least`. */
  fit(text: string, width: number, most: number, style: TextStyle, least: number): TextStyle {
    let size = style.size;
    while (size > least && this.lines(text, width, { ...style, size }).length > most) size -= 0.5;
    return { ...style, size };
  }

  #line(text: string, x: number, foot: number, size: number, weight: Weight, color: string): void {
    const pdf = this.#pdf;
    let left = x;
    for (const run of this.#faces.runs(text, weight)) {
      pdf.font(this.#faces.face(run.face) as unknown as PDFKit.Mixins.PDFFontSource, run.face);
      pdf.fontSize(size).fillColor(color);
      pdf.text(run.text, left, foot, { lineBreak: false, baseline: 'alphabetic' });
      left += this.#faces.width(run.text, size, weight);
    }
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.5, color = '#000000'): void {
    this.#pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).undash().stroke(color);
  }

  dashed(x1: number, y1: number, x2: number, y2: number, color = '#888888'): void {
    this.#pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.4).dash(2, { space: 2 }).stroke(color).undash();
  }

  box(x: number, y: number, width: number, height: number, line = 0.5): void {
    this.#pdf.rect(x, y, width, height).lineWidth(line).stroke('#000000');
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.#pdf.rect(x, y, width, height).fill(color);
  }

  /**
   * Black squares `module` wide as one shape whose numbers are small: bars are in modules from x, y. A sheet of vouchers holds a million
   * of them; one piece of content a code is written several times faster than one a bar.
   */
  modules(
    x: number,
    y: number,
    module: number,
    bars: readonly (readonly [column: number, row: number, length: number])[],
  ): void {
    const shape = bars.map(([column, row, length]) => `${column} ${row} ${length} 1 re`).join(' ');
    const at = [module, 0, 0, module, x, y].map((value) => value.toFixed(4)).join(' ');
    this.#pdf.addContent(`q ${at} cm 0 g ${shape} f Q`);
  }

  /** Many rectangles as one black shape: a barcode. */
  fillAll(rectangles: readonly (readonly [x: number, y: number, width: number, height: number])[]): void {
    for (const [x, y, width, height] of rectangles) this.#pdf.rect(x, y, width, height);
    this.#pdf.fill('#000000');
  }

  /** Ways of a pen as lines with round ends. */
  strokes(ways: readonly (readonly (readonly [x: number, y: number])[])[], width: number): void {
    for (const [first, ...others] of ways) {
      if (first === undefined) continue;
      this.#pdf.moveTo(first[0], first[1]);
      // A dot is a way of one point: a line to itself, which round ends make visible.
      for (const [x, y] of others.length === 0 ? [first] : others) this.#pdf.lineTo(x, y);
    }
    this.#pdf.lineWidth(width).lineCap('round').lineJoin('round').undash().stroke('#000000');
    this.#pdf.lineCap('butt').lineJoin('miter');
  }

  async finish(): Promise<Uint8Array> {
    this.#pdf.end();
    return this.#bytes;
  }
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}
