import { createHash } from 'node:crypto';

/** What a policy calls a text that it admits, and no other: one changed letter, and it does not run. */
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The frame of a board in one file: script and style inline, and a policy that admits just these two and no request. Throws where a script cannot stand inline. */
export function viewerTemplate(script: string, style: string): string {
  if (/<\/script|<!--|\r/i.test(script) || /<\/style|<!--|\r/i.test(style)) throw new Error('cannot stand inline');
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    '<title>Leeway</title>',
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="leeway"><main><!--leeway-summary--></main></div>',
    '<script type="application/json" id="leeway-board"></script>',
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
