import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const manifest = read('package.json') as Record<'dependencies' | 'devDependencies', Record<string, string>>;
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Everything that may end up in the page, with what it needs itself. Whoever adds to it says here that they meant to. */
const SHIPPED = ['@lucide/svelte', 'chart.js', 'fflate', 'idb-keyval', 'papaparse', 'qr', 'svelte', 'valibot', 'xlsx'];

describe('what is built upon', () => {
  it('is what somebody chose, and no more', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(SHIPPED);
  });

  it('is pinned to one version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^(npm:@e965\/xlsx@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('is locked by its checksum, and the lockfile names no host', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it('runs nothing of its own when it is installed, in anything that is shipped', () => {
    const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripts.filter(([, { dev, optional }]) => !dev && !optional).map(([path]) => path)).toEqual([]);
  });

  it('uses the mended SheetJS, not the one on the registry under that name', () => {
    expect(manifest.dependencies['xlsx']).toMatch(/^npm:@e965\/xlsx@0\.20\.[3-9]$/);
  });
});
