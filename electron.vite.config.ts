// Builds the three kinds of program the app is made of: main, db and documents (ES modules for Electron's
// Node), the preload (one CommonJS file, because the window is sandboxed) and the renderer. The targets are fixed, not
// taken from the installed electron package: the same files must also run on the older runtime used where
// the official one cannot be had (scripts/lib/runtime.mjs).
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const here = import.meta.dirname;
const chrome = 'chrome130';
const node = 'node20.18';

/**
 * What stays in node_modules: the native database addon, and the PDF libraries, which read data files that lie
 * beside their code. Everything else is bundled, so the packaged program starts by opening a few files.
 */
const external = [/^better-sqlite3(\/|$)/, /^pdfkit(\/|$)/, /^fontkit$/];

export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          index: resolve(here, 'main/index.ts'),
          db: resolve(here, 'db/process.ts'),
          documents: resolve(here, 'main/documents/process.ts'),
        },
        // Flat: code that looks for files relative to itself finds them from an entry and from a shared chunk.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    plugins: [react()],
    build: {
      target: chrome,
      outDir: resolve(here, 'out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: resolve(here, 'renderer/index.html') } },
    },
  },
});
