import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { metaPolicy } from './src/config/securityHeaders.ts';

const CHARSET = '<meta charset="utf-8" />';

/** Puts the policy before everything that loads something; the development server cannot live under it. */
const policyInPage: Plugin = {
  name: 'policy-in-page',
  apply: 'build',
  transformIndexHtml: (html) => {
    if (!html.includes(CHARSET)) throw new Error('index.html has lost the line the policy goes after');
    return html.replace(
      CHARSET,
      `${CHARSET}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy()}" />`,
    );
  },
};

/**
 * What the first rows wait for and only scripts know of would be asked for when the scripts have run: one after the other.
 * Named in the page, settings and signer travel beside the scripts.
 */
const namedInPage: Plugin = {
  name: 'named-in-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const signer = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/cos-js-sdk-v5/src/util.js'),
      );
      if (!signer) throw new Error('The signer is not a file of its own any more');
      return [
        { rel: 'preload', as: 'fetch', crossorigin: true, href: './config.json' },
        { rel: 'modulepreload', crossorigin: true, href: `./${signer.fileName}` },
      ].map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const })); // Behind the policy.
    },
  },
};

export default defineConfig({
  // Any folder of any host: every address in the build is relative to the page.
  base: './',
  plugins: [
    react(),
    policyInPage,
    namedInPage,
    { ...optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }), enforce: 'pre' },
  ],
  build: {
    target: 'es2023',
    manifest: true,
    // Inlined assets would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    // What counts is what travels: `npm run bench:load` measures the gzip size against the budget.
    chunkSizeWarningLimit: 700,
    // What the entry needs is one file: cut along what later parts share with it, it was twenty-five.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    modulePreload: {
      polyfill: false,
      // A list of what every later part needs would travel with the first load, 3 kB of it. Those parts are fetched in idle
      // time anyway; words and signer are what the first rows wait for, so only these name what they need.
      resolveDependencies: (file, needed, { hostType }) =>
        hostType === 'html' || /^assets\/(?:en|zh|util)-/.test(file) ? needed : [],
    },
  },
  worker: { format: 'es' },
  test: {
    // A process for each of 300 files would cost more than the tests in them. What a test stubs it takes back, then.
    isolate: false,
    // Generous, as the journeys are: what comes is not waited for, and a busy machine is slow.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], environment: 'node' },
      },
      {
        extends: true,
        test: { name: 'emulator', include: ['e2e/**/*.test.ts'], environment: 'node', testTimeout: 20_000 },
      },
    ],
  },
});
