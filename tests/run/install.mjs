// Installs dependencies where they are missing or not those of the lockfile.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

/** What npm noted about the last install, compared by version: times of files say nothing after a checkout. */
function isInstalled() {
  const noted = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const have = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const want = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([name, { version, optional }]) => name === '' || optional || have[name]?.version === version);
}

export function installDependencies() {
  if (isInstalled()) return;
  console.log('installing dependencies: npm ci');
  execSync('npm ci --no-audit --no-fund --no-progress', { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
