import path from 'node:path';
import { build, type Plugin } from 'vite';
import { viewerTemplate } from './template.ts';

/** Builds `viewer.html`: what a board becomes one HTML file with. */
export function viewerFile(): Plugin {
  return {
    name: 'viewer-file',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2022',
          cssMinify: true,
          // Otherwise the script would carry the style, and the policy refuses one that a script adds.
          cssCodeSplit: false,
          modulePreload: false,
          rolldownOptions: { input: path.join(import.meta.dirname, 'main.ts'), output: { format: 'iife' } },
        },
      });
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
      const script = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('');
      const style = outputs.flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? [String(one.source)] : [])).join('');
      if (!script || !style) throw new Error('the one-file board was built without its script or style');
      this.emitFile({ type: 'asset', fileName: 'viewer.html', source: viewerTemplate(script.trim(), style.trim()) });
    },
  };
}
