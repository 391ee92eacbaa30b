import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Pages on this address are read without asking in the demo and in the tests; the released builds hold no host at all. */
const TEST_HOSTS = ['http://127.0.0.1/*'];

export default defineConfig({
  manifestVersion: 3,
  vite: () => ({ plugins: [preact({ devToolsEnabled: false })], build: { chunkSizeWarningLimit: 1000 } }),
  outDirTemplate: '{{browser}}{{modeSuffix}}',
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    excludeSources: ['demo-output/**', 'tests/output/**', 'docs/**'],
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'sv',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    ...(mode === 'production' ? {} : { host_permissions: TEST_HOSTS }),
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
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
