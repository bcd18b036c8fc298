import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceWorker } from './src/service-worker/plugin.ts';
import { viewerFile } from './src/viewer/vite-plugin.ts';
import { BROWSER_FLAGS } from './tests/e2e/support/browser-flags.ts';

/** Nothing but the page's own files may run or be fetched; HTML sinks take only what the two named policies made. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html app-url',
].join('; ');

/** Only in the built page: the development server needs inline scripts and a web socket. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }, injectTo: 'head-prepend' },
  ],
};

/** Names by which a person, and tests/run/budgets.mjs, can tell the chunks apart. */
function chunkFileName({ facadeModuleId, moduleIds }: { facadeModuleId?: string | null; moduleIds: readonly string[] }): string {
  const locale = /\/src\/messages\/(en|zh-CN|zh-TW)\.ts$/.exec(facadeModuleId ?? '')?.[1];
  if (locale) return `assets/locale-${locale}-[hash].js`;
  if (moduleIds.some((id) => id.includes('/node_modules/chart.js/'))) return 'assets/chart-[hash].js';
  return 'assets/[name]-[hash].js';
}

function workerChunkFileName({ moduleIds }: { moduleIds: readonly string[] }): string {
  const library = moduleIds.map((id) => /\/node_modules\/(?:@e965\/)?(xlsx|papaparse)\//.exec(id)?.[1]).find(Boolean);
  return library ? `assets/worker-${library}-[hash].js` : 'assets/worker-[name]-[hash].js';
}

/** What every text file needs of the import: one chunk of words and code packs better than ten that share pieces. */
const RARELY_IMPORTED =
  /\/worker\/(import\.worker|wide-layout|long-layout|series-builder|okr|okr-columns|archive|zip|crc32|stored-zip|read-xlsx|read-workbook|scan-sheet|sheet-scanner|sheet-writer|cell-values|hidden-parts|shared-strings|xml-text|number-format|code-pages|second-opinion|tokenise-leniently)\.ts$/;
const isImportCore = (id: string) => /\/src\/(import\/worker|domain)\//.test(id) && !RARELY_IMPORTED.test(id);

const chromePath = process.env['CHROME_PATH'];

export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false }), contentSecurityPolicy, viewerFile(), serviceWorker()],
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/worker-[name]-[hash].js',
        chunkFileNames: workerChunkFileName,
        codeSplitting: { groups: [{ name: 'core', test: isImportCore }] },
      },
    },
  },
  build: {
    target: 'es2022',
    cssMinify: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: chunkFileName,
        codeSplitting: {
          groups: [
            // One file each for what a first visit and a board need: thirty small ones wait for each other on a slow line. The entry stays
            // apart: it waits for what it fetches, and nobody may wait for it.
            { name: 'first', tags: ['$initial'], test: (id) => !/(\/src\/main\.ts|\.html)$/.test(id), priority: 2 },
            { name: 'board', test: /\/src\/ui\/board\/load-board\.ts$/, priority: 1 },
            { name: 'document', test: /\/src\/storage\/decode\.ts$/ },
            { name: 'beside', test: /\/src\/ui\/board\/beside\.ts$/ },
          ],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/lint/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          // What is tried a thousand times takes long on a busy machine; no test asserts a time.
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/unit/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { args: [...BROWSER_FLAGS], ...(chromePath ? { executablePath: chromePath } : {}) } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait for the page more than they compute: three keep two cores busy.
          maxWorkers: 3,
          // As long as a locator waits: a page that loads anew needs its time.
          expect: { poll: { timeout: 8_000 } },
        },
      },
    ],
  },
});
