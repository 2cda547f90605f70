// The app: scheme, the only address the window ever loads. Serves the built renderer and nothing else on the disk.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

export const appOrigin = 'app://shop';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Path of the file behind a URL inside `root`, or null for anything that is not plainly one of our files. */
export const assetPath = (root: string, url: string): string | null => {
  let path: string;
  try {
    const parsed = new URL(url);
    if (parsed.protocol !== 'app:' || parsed.host !== 'shop') return null;
    path = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  if (path === '/') path = '/index.html';
  // Only names we would ever give a file: no parent folders, drive letters, streams or control characters.
  if (!/^(\/[A-Za-z0-9_][A-Za-z0-9_.@-]*)+$/.test(path) || path.includes('..')) return null;
  const found = normalize(join(root, path));
  return found.startsWith(root + sep) ? found : null;
};

/** No script, style, image or connection but our own; a nonce a load for the styles antd injects. */
export const contentPolicy = (nonce: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `media-src 'self' data:`,
    `connect-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');

const notFound = (): Response => new Response('', { status: 404 });

/** Answers the requests of the app: scheme from `root` (the built renderer). */
export const serveAssets =
  (root: string) =>
  async (request: { readonly url: string }): Promise<Response> => {
    const path = assetPath(root, request.url);
    if (!path) return notFound();
    try {
      const bytes = await readFile(path);
      const headers = {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
      };
      if (!path.endsWith('.html')) return new Response(bytes, { headers });
      const nonce = randomBytes(16).toString('base64');
      const page = bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
      return new Response(page, { headers: { ...headers, 'content-security-policy': contentPolicy(nonce) } });
    } catch {
      return notFound();
    }
  };
