import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { InlineConfig, Plugin, PluginOption } from 'vite';
import { defineConfig } from 'wxt';
import { pagesOfDocs } from './scripts/pages-of-docs';
import { zodWithoutEval } from './scripts/zod-without-eval';

/** Pages on this address are read without asking in the demo and in the tests; the released builds hold no host at all. */
const TEST_HOSTS = ['http://127.0.0.1/*'];

/** What pdf.js fetches when a document needs it: character maps, the standard fonts, decoders of scanned images. */
const PDFJS_FILES: Record<string, RegExp> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /^(jbig2|openjpeg)\.wasm$/,
};

/**
 * The manifest's policy holds for every page of the extension and has to let the viewer fetch documents. So every other
 * page carries a stricter one of its own; the viewer narrows itself to the document at hand (entrypoints/viewer/policy.ts).
 */
const pagesConnectToThemselves: Plugin = {
  name: 'pages-connect-to-themselves',
  apply: 'build',
  transformIndexHtml: (_html, { path }) =>
    /\bviewer\b/.test(path)
      ? []
      : [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: "script-src 'self'; connect-src 'self'" },
            injectTo: 'head-prepend',
          },
        ],
};

/** What every page's head begins with; a page says only what is its own. */
const commonHead: Plugin = {
  name: 'common-head',
  transformIndexHtml: (html) => [
    { tag: 'meta', attrs: { charset: 'utf-8' }, injectTo: 'head-prepend' },
    {
      tag: 'meta',
      attrs: { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      injectTo: 'head-prepend',
    },
    ...(html.includes('<title>') ? [] : [{ tag: 'title', children: 'Revisionspennan', injectTo: 'head' as const }]),
  ],
};

/** Vite's own way to import a part would announce it to the page: it adds links to the document and sends events to the window. */
const importsPlainly: Plugin = {
  name: 'imports-plainly',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
};

/**
 * WXT's own context of a content script is most of what would run in a page before it has any text; ours ends itself
 * (entrypoints/content/newer-script.ts).
 */
const withoutContext: Plugin = {
  name: 'without-context',
  enforce: 'pre',
  load: (id) => (id.endsWith('/content-script-context.mjs') ? 'export class ContentScriptContext {}' : null),
};

/** What WXT puts around a script, for plugins of WXT that are not used and words to the console that only its server says. */
const withoutWrapping: Plugin = {
  name: 'without-wrapping',
  enforce: 'pre',
  transform(code, id) {
    const definition = /import definition from "[^"]+";/.exec(code)?.[0];
    return id.includes('unlisted-script-entrypoint') && definition
      ? `${definition} export default definition.main();`
      : null;
  },
};

/**
 * WXT builds each script as one file that runs at once. The reader is a module instead, so that what a page needs only
 * later (the card, the search for annotations) stays in files of their own until then.
 */
function buildAsModule(config: InlineConfig): void {
  config.plugins = config.plugins?.filter((plugin) => !(isPlugin(plugin) && plugin.name.startsWith('wxt:iife')));
  config.plugins?.push(importsPlainly, withoutWrapping);
  config.build = {
    ...config.build,
    lib: false,
    modulePreload: false,
    rolldownOptions: {
      input: config.build?.lib ? config.build.lib.entry : {},
      // What the reader needs at once is one file: files that it would import would be fetched one round later.
      preserveEntrySignatures: 'allow-extension',
      output: { format: 'es', entryFileNames: 'reader.js', chunkFileNames: 'reader/[name]-[hash].js' },
    },
  };
}

function isPlugin(plugin: PluginOption): plugin is Plugin {
  return typeof plugin === 'object' && plugin !== null && 'name' in plugin;
}

/**
 * The keyboard's commands. Chrome takes four suggested keys at most; all can be changed in the browser. Alt+Shift with these
 * letters is free in both browsers (Chrome refuses R, Firefox' Swedish and English menus have A, B, E, F, H, O, R, S, T and V) and
 * types nothing on a Swedish keyboard, whose AltGr is Ctrl+Alt.
 */
function commandsFor(browser: string) {
  const command = (message: string, key?: string) => ({
    description: `__MSG_${message}__`,
    ...(key ? { suggested_key: { default: key } } : {}),
  });
  const isFirefox = browser === 'firefox';
  return {
    _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
    'next-passage': command('commandNext', 'Alt+Shift+J'),
    'previous-passage': command('commandPrevious', 'Alt+Shift+K'),
    'save-passage': command('commandSave', 'Alt+Shift+M'),
    'tag-passage': command('commandTag', isFirefox ? 'Alt+Shift+G' : undefined),
    'show-help': command('commandHelp', isFirefox ? 'Alt+Shift+U' : undefined),
    // Firefox opens and closes its sidebar by itself.
    ...(isFirefox
      ? { _execute_sidebar_action: command('commandPanel', 'Alt+Shift+P') }
      : { 'toggle-panel': command('commandPanel') }),
    'open-in-viewer': command('commandViewer', isFirefox ? 'Alt+Shift+Y' : undefined),
  };
}

export default defineConfig({
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false }), zodWithoutEval, pagesOfDocs, commonHead, pagesConnectToThemselves],
    worker: { format: 'es', plugins: () => [zodWithoutEval] },
    build: { chunkSizeWarningLimit: 1600 },
  }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.name === 'reader') buildAsModule(config);
      if (entrypoint?.type === 'content-script') config.plugins?.push(withoutContext);
    },
    'build:publicAssets': (_wxt, files) => {
      for (const [folder, wanted] of Object.entries(PDFJS_FILES)) {
        const source = fileURLToPath(new URL(`./node_modules/pdfjs-dist/${folder}/`, import.meta.url));
        for (const name of readdirSync(source).filter((each) => wanted.test(each)))
          files.push({ absoluteSrc: source + name, relativeDest: `pdfjs/${folder}/${name}` });
      }
    },
  },
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // docs/ is part of the sources: the guide is made of it. The stores' own pictures are not.
    excludeSources: ['demo-output/**', 'tests/output/**', 'store/screenshots/**', 'docs/screenshot.png'],
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'sv',
    permissions: [
      'activeTab',
      'scripting',
      'unlimitedStorage',
      'contextMenus',
      // The last one lets PDF files of granted sites open in the viewer; it reaches those sites only and shows no warning.
      ...(browser === 'firefox' ? [] : ['sidePanel', 'declarativeNetRequestWithHostAccess']),
    ],
    ...(mode === 'production' ? {} : { host_permissions: TEST_HOSTS }),
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    commands: commandsFor(browser),
    web_accessible_resources: [
      // The content script imports it into the page's tab, which browsers allow for what the page itself could fetch.
      { resources: ['reader.js', 'reader/*'], matches: ['<all_urls>'] },
      // A browser sends a PDF file to the viewer only if pages may lead there; framing it is forbidden below.
      ...(browser === 'firefox' ? [] : [{ resources: ['viewer.html'], matches: ['*://*/*'] }]),
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'revisionspennan@revisionspennan.se',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
