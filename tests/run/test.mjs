// `npm test`: everything, from a fresh clone, with a browser that it finds or gets by itself. The last line is `N passed, N failed`.
import { findBrowser, NO_BROWSER } from './browser.mjs';
import { installDependencies } from './install.mjs';
import { check, finish, program, tests } from './steps.mjs';
import { format, lint, types } from './static.mjs';

installDependencies();

const browser = await findBrowser();
if (browser) process.env.CHROME_PATH = browser;
console.log(browser ? `browser: ${browser}` : NO_BROWSER);
const inBrowser = (title, project) => (browser ? tests(title, project) : { passed: 0, failed: 1 });

const results = await Promise.all([types(), lint(), format()]);
results.push(await check('build within its budgets', [program('vite'), 'build'], ['tests/run/budgets.mjs', '--strict']));
results.push(await tests('unit tests', 'unit'));
results.push(await inBrowser('browser tests', 'browser'));
results.push(await inBrowser('end-to-end tests', 'e2e'));
finish(results);
