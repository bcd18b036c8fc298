// Checks that run no test: types, lint, format, unused code.
import { check, program } from './steps.mjs';

export const types = () =>
  check(
    'types',
    ...['.', 'src/domain', 'src/import/worker', 'src/service-worker'].map((project) => [
      program('typescript'),
      '--pretty',
      'false',
      '-p',
      project,
    ]),
    [program('svelte-check'), '--threshold', 'error', '--output', 'human'],
  );

export const lint = () => check('lint', [program('eslint'), '-c', 'tests/lint/eslint.config.js', '.']);

export const format = () => check('format', [program('prettier'), '--check', '--log-level', 'warn', 'src', 'tests', 'vite.config.ts']);
