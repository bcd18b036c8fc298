import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import path from 'node:path';
import ts from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');

/** Which room may import from which; every room may import from itself. */
const ROOMS = {
  domain: [],
  messages: ['domain'],
  // What is drawn of a board, as data: marks and models without a page.
  picture: ['domain'],
  import: ['domain'],
  storage: ['domain'],
  publish: ['domain', 'picture', 'storage', 'messages'],
  state: ['domain', 'picture', 'import', 'storage', 'publish', 'messages'],
  ui: ['domain', 'picture', 'messages', 'state'],
  // The worker that keeps the page ready without a network, and the plugin that builds it: nothing of the app is in them.
  'service-worker': [],
  // A board as one HTML file: it draws what was judged elsewhere.
  viewer: ['domain', 'picture', 'messages'],
  cli: ['domain', 'picture', 'messages', 'import', 'storage', 'publish'],
};

/** Packages with the folders that may import them. `Date` and chance in the domain are refused separately below. */
const PACKAGES = {
  papaparse: ['src/import/worker/**'],
  xlsx: ['src/import/worker/**', 'src/publish/**'],
  'chart.js': ['src/ui/charts/**'],
  'idb-keyval': ['src/storage/**'],
  valibot: ['src/storage/**'],
  fflate: ['src/import/worker/**', 'src/publish/**', 'src/cli/**'],
  '@lucide/svelte': ['src/ui/**'],
  qr: ['src/publish/**'],
};

const restrictPackages = (names) => ({
  'no-restricted-imports': [
    'error',
    { patterns: names.map((name) => ({ regex: `^${name.replace('.', '\\.')}($|/)`, message: 'This package has a room of its own.' })) },
  ],
});

/** For each folder that may use some restricted package: everything else stays restricted there. The deepest folder comes last and wins. */
const admits = (name, folder) => PACKAGES[name].some((admitted) => folder.startsWith(admitted.replace('**', '')));
const packageRules = [...new Set(Object.values(PACKAGES).flat())]
  .sort((a, b) => a.length - b.length)
  .map((folder) => ({ files: [folder], rules: restrictPackages(Object.keys(PACKAGES).filter((name) => !admits(name, folder))) }));

const CLOCK_AND_CHANCE = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain is deterministic: pass the numbers in.',
  },
  { selector: "MemberExpression[object.name='Date']", message: 'The domain has no clock: pass the day in.' },
  { selector: "NewExpression[callee.name='Date']", message: 'The domain has no clock: days are EpochDay.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The domain has no clock: days are EpochDay.' },
];

export default defineConfig([
  globalIgnores(['dist/', 'node_modules/', 'test-results/'], 'built files'),
  ts.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
    },
  },
  // State is immutable values in $state.raw; a Map inside a function or a cache is no state.
  // The compiler in the build warns of more than the one in the linter, so that ignored warnings look unused to it.
  { rules: { 'svelte/prefer-svelte-reactivity': 'off', 'svelte/no-unused-svelte-ignore': 'off' } },
  { files: ['src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.svelte'], rules: { 'svelte/no-at-html-tags': 'error', 'svelte/no-target-blank': 'error' } },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': root,
      'boundaries/elements': [
        ...Object.keys(ROOMS).map((room) => ({ type: room, pattern: `src/${room}`, partialMatch: false })),
        { type: 'main', pattern: 'src', partialMatch: false },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            { from: { element: { type: 'main' } }, allow: { to: { element: { types: { anyOf: ['main', ...Object.keys(ROOMS)] } } } } },
            // The import screens show a proposal: they know its shape, and nothing of how it came about.
            {
              from: { element: { type: 'ui' } },
              allow: { to: { element: { type: 'import' } }, dependency: { kind: 'type' } },
            },
            // The one-file board knows the shape of its data, and nothing of how it is written.
            {
              from: { element: { type: 'viewer' } },
              allow: { to: { element: { type: 'publish' } }, dependency: { kind: 'type' } },
            },
            ...Object.entries(ROOMS).map(([room, others]) => ({
              from: { element: { type: room } },
              allow: { to: { element: { types: { anyOf: [room, ...others] } } } },
            })),
          ],
        },
      ],
    },
  },
  { files: ['src/**'], rules: restrictPackages(Object.keys(PACKAGES)) },
  ...packageRules,
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'The domain imports no package.' }] }],
      'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE],
    },
  },
]);
