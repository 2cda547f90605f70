// The app: scheme and the window's policies: nothing but our own files, pages and requests.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayNavigate, mayRequest } from '../../main/guard.ts';
import { assetPath, contentPolicy, serveAssets } from '../../main/protocol.ts';

let folder = '';
let root = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'));
  root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
  );
  writeFileSync(join(root, 'assets', 'main-1.js'), 'export {}');
  writeFileSync(join(folder, 'secret.txt'), 'geheim');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string) => serveAssets(root)({ url });

describe('the app: scheme', () => {
  it('serves our files with their type', async () => {
    const script = await get('app://shop/assets/main-1.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript']);
    expect((await get('app://shop/')).status).toBe(200);
  });

  it('gives every load of the page its own nonce, in the header and in the page', async () => {
    const [one, two] = await Promise.all([get('app://shop/'), get('app://shop/')]);
    const nonce = /'nonce-([^']+)'/.exec(one.headers.get('content-security-policy') ?? '')?.[1] ?? '';
    const page = await one.text();
    expect(nonce).not.toBe('');
    expect(page).toBe(`<meta name="csp-nonce" content="${nonce}"><script nonce="${nonce}"></script>`);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
  });

  it('never leaves its folder, whatever the address', async () => {
    const parts = [
      '..',
      '%2e%2e',
      '%2E.',
      '.',
      '%5c',
      '\\',
      '/',
      '%2f',
      'secret.txt',
      'CON',
      'index.html::$DATA',
      '%00',
      'assets',
      '~',
      'C:',
      '....//',
      'ｉ',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('/', ''),
        async (path, between) => {
          const answer = await get(`app://shop/${path.join(between)}`);
          expect(await answer.text()).not.toContain('geheim');
          const found = assetPath(root, `app://shop/${path.join(between)}`);
          if (found !== null) expect(found.startsWith(`${root}/`)).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('answers 404 to other hosts, schemes and files that are not there', async () => {
    for (const url of [
      'app://shop.evil/index.html',
      'app://evil/',
      'file:///etc/passwd',
      'https://shop/',
      'app://shop/missing.js',
      'app://shop/%zz',
      'keine adresse',
    ]) {
      expect((await get(url)).status, url).toBe(404);
    }
  });

  it('allows no script from elsewhere, no inline script and no connection', () => {
    const policy = contentPolicy('abc');
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`connect-src 'none'`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
});

describe('the window', () => {
  it('navigates to our own pages only', () => {
    for (const url of ['app://shop', 'app://shop/', 'app://shop/index.html#/counter'])
      expect(mayNavigate(url), url).toBe(true);
    for (const url of [
      'app://shop.evil/',
      'app://shopping/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://example.com/',
      'data:text/html,x',
      'about:blank',
      '',
    ]) {
      expect(mayNavigate(url), url).toBe(false);
    }
  });

  it('requests nothing from a network', () => {
    for (const url of [
      'http://example.com/',
      'https://example.com/',
      'ws://127.0.0.1:1/',
      'wss://x/',
      'ftp://x/',
      'file:///etc/passwd',
      'applet://x',
    ]) {
      expect(mayRequest(url), url).toBe(false);
    }
    expect(mayRequest('app://shop/assets/main-1.js')).toBe(true);
  });
});
