import path from 'node:path';
import { build, type Plugin } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Name of the page of the newer build. */
export const NEWER_TITLE = 'Leeway, newer';

/** What the newer build knows and this one does not: another version of the stored shape, with a field more. Places in the source, each once. */
const CHANGES: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  ['src/storage/document.ts', /SCHEMA_VERSION = (\d+)/, 'SCHEMA_VERSION = $1 + 1'],
  ['src/storage/migrations.ts', /\n\];/, '\n  { from: SCHEMA_VERSION - 1, migrate: (stored) => stored },\n];'],
  ['src/storage/workspace-schema.ts', /title: name,\n {2}sources/, 'title: name,\n  motto: v.exactOptional(name),\n  sources'],
  ['src/storage/encode.ts', /workspace,\n {4}datasets/, "workspace: { motto: 'Only newer pages know me', ...workspace },\n    datasets"],
];

function newerVersion(): Plugin {
  const open = new Set(CHANGES);
  return {
    name: 'newer-version',
    enforce: 'pre',
    transform(code, id) {
      const changes = CHANGES.filter(([file]) => id === path.join(ROOT, file));
      if (!changes.length) return null;
      let changed = code;
      for (const change of changes) {
        if (!change[1].test(changed)) throw new Error(`${change[0]} has changed: ${change[1]} is not in it any more`);
        changed = changed.replace(change[1], change[2]);
        open.delete(change);
      }
      return changed;
    },
    transformIndexHtml: (html) => html.replace(/<title>.*<\/title>/, `<title>${NEWER_TITLE}</title>`),
    closeBundle() {
      if (open.size) throw new Error(`not in the build: ${[...open].map(([file]) => file).join(', ')}`);
    },
  };
}

/** Builds a version of the page that is newer than this one, and shares not a single chunk with it. */
export async function buildNewer(folder: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: path.join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [newerVersion()],
    build: { outDir: folder, emptyOutDir: true, rolldownOptions: { output: { banner: '/* newer */' } } },
  });
}
