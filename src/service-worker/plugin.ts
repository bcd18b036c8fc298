import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

/** Never kept by the worker: boards and KPI files, which are always fetched anew, and what only a server reads. */
const LEFT_OUT = /(^|\/)(\.|_)|(^|\/)workspace\.json$|\.(csv|tsv|xlsx|xls|ods|conf|md|map)$|(^|\/)sw-off\.json$/i;

const SOURCE = path.join(import.meta.dirname, 'sw.ts');

/** Files of the public folder, by their paths in it. */
function publicFiles(folder: string): Map<string, string | Uint8Array> {
  if (!folder) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
    }),
  );
}

/** Builds `sw.js` from sw.ts, with the list of all files of the build and a fingerprint of their contents: another build, another version. */
export function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const contents = publicFiles(folder);
        for (const [name, file] of Object.entries(bundle)) contents.set(name, file.type === 'chunk' ? file.code : file.source);
        const files = [...contents.keys()].filter((name) => !LEFT_OUT.test(name)).sort();
        const hash = createHash('sha256');
        for (const name of files) hash.update(name).update('\0').update(contents.get(name)!).update('\0');
        const built = JSON.stringify({ version: hash.digest('hex').slice(0, 12), files });
        const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const BUILT = ${built};\n${code}` });
      },
    },
  };
}
