// `npm run test:kills [times] [seed]`: kills the page and its browser while edits arrive, and says what was lost. Needs the built page.
import { findBrowser } from '../run/browser.mjs';
import { fillDiskUp } from './full-disk.ts';
import { isBad, killOften, KINDS, MOST_LOST } from './kills.ts';

const found = await findBrowser();
if (found) process.env['CHROME_PATH'] = found;

const [times = 200, seed = 20260828] = process.argv.slice(2).map(Number);
const kills = await killOften(times, seed, (kill) => {
  if (isBad(kill)) console.log(`✗ ${kill.kind}: ${kill.readable ? `an edit of ${kill.oldest} ms before was lost` : 'unreadable'}`);
});
for (const kind of KINDS) {
  const own = kills.filter((kill) => kill.kind === kind);
  const losing = own.filter(({ lost }) => lost > 0);
  const worst = Math.max(0, ...own.map(({ oldest }) => oldest));
  const made = own.reduce((sum, kill) => sum + kill.made, 0);
  console.log(
    `${kind.padEnd(15)} ${own.length} kills, ${made} edits; ${losing.length} kills lost an edit, the oldest made ${worst} ms before`,
  );
}
const bad = kills.filter(isBad).length;
console.log(
  `${kills.length} kills (seed ${seed}), ${kills.filter(({ readable }) => !readable).length} unreadable, ${bad} lost more than the last ${MOST_LOST} ms`,
);
let isFullDiskBad = false;
try {
  const why = await fillDiskUp((step) => console.log(`full disk: ${step}`));
  if (why) console.log(`full disk: skipped, neither passed nor failed: ${why}`);
} catch (error) {
  isFullDiskBad = true;
  console.log(`✗ full disk: ${error instanceof Error ? error.message : String(error)}`);
}
process.exitCode = bad || isFullDiskBad ? 1 : 0;
