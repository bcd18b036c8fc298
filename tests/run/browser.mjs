// Finds a browser for the tests, or gets one: first hit wins. Never a silent skip: who finds none is told what to do.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const FIXED = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [path.join(base, 'Google/Chrome/Application/chrome.exe'), path.join(base, 'Microsoft/Edge/Application/msedge.exe')]),
};
/** Where Playwright keeps its browsers, and where in them the program is. */
const CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  path.join(homedir(), '.cache/ms-playwright'),
  path.join(homedir(), 'Library/Caches/ms-playwright'),
  process.env.LOCALAPPDATA && path.join(process.env.LOCALAPPDATA, 'ms-playwright'),
];
const PROGRAMS = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

const firstThatExists = (paths) => paths.find((candidate) => candidate && existsSync(candidate)) ?? null;

const installed = () =>
  firstThatExists([
    ...(process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name))),
    ...(FIXED[process.platform] ?? []),
  ]);

function cached() {
  for (const cache of CACHES) {
    if (!cache || !existsSync(cache)) continue;
    const versions = readdirSync(cache).filter((name) => name.startsWith('chromium-'));
    const found = firstThatExists(versions.flatMap((version) => PROGRAMS.map((program) => path.join(cache, version, program))));
    if (found) return found;
  }
  return null;
}

function attempt(command, args) {
  console.log(`no browser yet: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    // The next way is tried; the last one explains.
  }
}

function fromDebian() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', 'chromium']);
  return installed();
}

function fromPlaywright() {
  attempt(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  return cached();
}

async function fromPackage() {
  if (process.platform !== 'linux') return null;
  attempt('npm', ['install', '--no-save', '--no-audit', '--no-fund', '@sparticuz/chromium']);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } catch {
    return null;
  }
}

/** Path of a Chromium-like browser, or null after everything was tried. */
export async function findBrowser() {
  return firstThatExists([process.env.CHROME_PATH]) ?? installed() ?? cached() ?? fromDebian() ?? fromPlaywright() ?? (await fromPackage());
}

export const NO_BROWSER = `No browser was found and none could be installed. Install Chrome, Edge or Chromium, or set CHROME_PATH to one.`;
