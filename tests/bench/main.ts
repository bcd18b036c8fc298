// `npm run bench [-- --only import|verdict|what-if|link|viewer]`: how fast, on this machine. Nothing is asserted: times belong to a machine.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

const PARTS: ReadonlyMap<string, () => Promise<() => void | Promise<void>>> = new Map([
  [
    'import',
    async () => {
      const { benchImport } = await import('./import/main.ts');
      return () => benchImport({ rows: 100_000, bookRows: 50_000, rounds: 3 });
    },
  ],
  ['verdict', async () => (await import('./verdict.ts')).benchVerdict],
  ['what-if', async () => (await import('./what-if.ts')).benchWhatIf],
  ['link', async () => (await import('./link.ts')).benchLink],
  ['viewer', async () => (await import('./viewer.ts')).benchViewer],
]);

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
if (only !== undefined && !PARTS.has(only)) {
  console.error(`bench: --only takes one of ${[...PARTS.keys()].join(', ')}`);
  process.exit(1);
}

const processors = cpus();
console.log(`Node ${process.version}, ${processors.length} × ${processors[0]?.model ?? 'unknown processor'}`);
for (const [name, load] of PARTS) {
  if (only !== undefined && only !== name) continue;
  console.log('');
  await (
    await load()
  )();
}
