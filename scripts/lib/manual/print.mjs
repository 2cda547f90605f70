// Prints docs/manual.md as the PDF that F1 opens: markdown → one page of HTML with everything inside → the program's own browser
// engine. Knows the few kinds of markdown the manual uses and says so when it meets another.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsers } from 'prettier/plugins/markdown';
import { root } from '../shell.mjs';

/** @typedef {{ type: string, value?: string, depth?: number, ordered?: boolean, url?: string, alt?: string, children?: Node[] }} Node */

/**
 * @param {import('../../../test/helpers/drive.ts').Drive} drive the program, whose browser engine prints
 * @param {string} docs folder of manual.md and images/
 * @returns {Promise<Buffer>}
 */
export async function printManual(drive, docs) {
  const work = fs.mkdtempSync(path.join(tmpdir(), 'manual-'));
  try {
    const file = path.join(work, 'manual.html');
    fs.writeFileSync(file, await pageOf(docs, drive));
    const encoded = await drive.app.evaluate(
      async ({ BrowserWindow }, [url, page]) => {
        // A session of its own: the program's refuses files.
        const window = new BrowserWindow({ show: false, webPreferences: { partition: 'manual' } });
        try {
          await window.loadURL(url);
          await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
          const pdf = await window.webContents.printToPDF({
            pageSize: 'A4',
            printBackground: true,
            displayHeaderFooter: true,
            headerTemplate: '<span></span>',
            footerTemplate: page,
            margins: { top: 0.6, bottom: 0.7, left: 0.6, right: 0.6 },
            generateTaggedPDF: true,
            generateDocumentOutline: true,
          });
          return pdf.toString('base64');
        } finally {
          window.destroy();
        }
      },
      /** @type {const} */ ([pathToFileURL(file).href, pageNumber]),
    );
    return Buffer.from(encoded, 'base64');
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** At the foot of every page; the engine fills the two places. */
const pageNumber =
  '<div style="font-size: 9pt; width: 100%; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** @param {string} docs @param {import('../../../test/helpers/drive.ts').Drive} drive */
async function pageOf(docs, drive) {
  /** @type {Node} */
  const tree = await parsers.markdown.parse(
    fs.readFileSync(path.join(docs, 'manual.md'), 'utf8'),
    /** @type {any} */ ({}),
  );
  const pictures = new Map();
  for (const name of fs.readdirSync(path.join(docs, 'images')))
    pictures.set(`images/${name}`, await asJpeg(drive, path.join(docs, 'images', name)));
  const picture = (/** @type {string} */ url) => pictures.get(url) ?? '';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>使用手册</title><style>${style()}</style>${html(tree, picture)}</html>`;
}

/**
 * As it goes into the PDF: 190 dots an inch there, and JPEG, because other pictures the engine unpacks and packs worse.
 * @param {import('../../../test/helpers/drive.ts').Drive} drive @param {string} file @returns {Promise<string>}
 */
async function asJpeg(drive, file) {
  const jpeg = await drive.app.evaluate(
    ({ nativeImage }, png) =>
      nativeImage
        .createFromBuffer(Buffer.from(png, 'base64'))
        .resize({ width: 960, quality: 'best' })
        .toJPEG(60)
        .toString('base64'),
    fs.readFileSync(file).toString('base64'),
  );
  return `data:image/jpeg;base64,${jpeg}`;
}

/** @param {Node} node @param {(url: string) => string} picture @returns {string} */
function html(node, picture) {
  const inside = (/** @type {string} */ tag, attributes = '') =>
    `<${tag}${attributes}>${(node.children ?? []).map((child) => html(child, picture)).join('')}</${tag}>`;
  switch (node.type) {
    case 'root':
      return inside('body');
    case 'heading':
      return inside(`h${node.depth}`);
    case 'paragraph':
      return inside('p');
    case 'strong':
      return inside('b');
    case 'list':
      return inside(node.ordered ? 'ol' : 'ul');
    case 'listItem':
      return inside('li');
    case 'blockquote':
      return inside('blockquote');
    case 'link':
      return inside('a', ` href="${escaped(node.url ?? '')}"`);
    case 'image':
      return `<img src="${picture(node.url ?? '')}" alt="${escaped(node.alt ?? '')}">`;
    case 'table':
      return inside('table');
    case 'tableRow':
      return inside('tr');
    case 'tableCell':
      return inside('td');
    case 'inlineCode':
      return `<kbd>${escaped(node.value ?? '')}</kbd>`;
    case 'html':
      return node.value ?? '';
    case 'text':
    case 'sentence':
    case 'word':
      // A mark left over is one that did not take, as **…。** before a letter.
      if (node.value?.includes('**')) throw new Error(`stray ** in the manual: ${node.value}`);
      return escaped(node.value ?? '');
    default:
      throw new Error(`the manual uses markdown this script does not know: ${node.type}`);
  }
}

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {string} file @param {string} kind */
const dataUrl = (file, kind) => `data:${kind};base64,${fs.readFileSync(file).toString('base64')}`;

/** Large letters: who reads this stands at a counter. */
function style() {
  const font = (/** @type {string} */ name) =>
    dataUrl(path.join(root, 'main', 'documents', 'fonts', `NotoSansSC-${name}.ttf`), 'font/ttf');
  return `
    @font-face { font-family: Manual; font-weight: 400; src: url(${font('Regular')}); }
    @font-face { font-family: Manual; font-weight: 700; src: url(${font('Bold')}); }
    body { font: 12.5pt/1.6 Manual; color: #1F2328; margin: 0; padding-right: 1pt; }
    h1 { font-size: 26pt; text-align: center; }
    h2 { font-size: 19pt; border-bottom: 2pt solid #0B6B6F; break-before: page; }
    h3 { font-size: 15pt; }
    h2, h3 { break-after: avoid; }
    p, li { orphans: 3; widows: 3; }
    img { display: block; box-sizing: border-box; width: 100%; border: 0.5pt solid #57606A; break-inside: avoid; }
    p:has(img) { break-inside: avoid; width: 70%; margin: 2mm auto 3mm; }
    table { border-collapse: collapse; width: 100%; font-size: 11pt; line-height: 1.4; }
    td { border: 0.5pt solid #57606A; padding: 1.5mm 2mm; vertical-align: top; }
    tr { break-inside: avoid; }
    tr:first-child { font-weight: 700; background: #E6F0F0; }
    kbd { font: 700 0.92em Manual; border: 0.75pt solid #57606A; border-radius: 2pt; padding: 0 1.2mm; white-space: nowrap; }
    blockquote { margin: 3mm 0; padding: 1mm 4mm; border-left: 3pt solid #FFB020; background: #FFF6E0; break-inside: avoid; }
    a { color: #0B6B6F; }
  `;
}
