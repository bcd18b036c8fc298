/** Entry of the command line: finds the command, loads it, and turns its answer into the exit status. */

const HELP = `leeway: see which key results really drift

  leeway inspect FILE [--sheet NAME] [--locale zh-CN] [--rows]
      what the importer understood of a spreadsheet, as JSON
  leeway assess WORKSPACE.json [--data FILE …] [--as-of 2026-08-28] [--fail-on STATUS]
  leeway assess --jsonl
      how the key results stand, as JSON
  leeway publish WORKSPACE.json [--data FILE …] [--out FOLDER] [--single-file FILE.html]
      the page with this board for any static host, and the board as one HTML file

  leeway COMMAND --help tells more.
`;

const COMMANDS: ReadonlyMap<string, () => Promise<{ run(args: string[]): Promise<number> }>> = new Map([
  ['inspect', () => import('./inspect.ts')],
  ['assess', () => import('./assess.ts')],
  ['publish', () => import('./publish.ts')],
]);

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const load = name === undefined ? undefined : COMMANDS.get(name);
  if (!load) {
    process.stderr.write(name === undefined ? HELP : `leeway: no command '${name}'\n\n${HELP}`);
    return 1;
  }
  return (await load()).run(rest);
}

// A reader that stops early (`leeway inspect … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));

export {};
