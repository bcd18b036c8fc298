/** Resolves a colour of the stylesheet (which may differ by theme) to one that a canvas understands. */
export function inkOf(host: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.className = `ink-${name}`;
  probe.style.color = `var(--${name})`;
  host.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** The same colour, let through: `share` of its opacity stays. */
export const fade = (colour: string, share: number): string => {
  const [r, g, b] = (colour.match(/[\d.]+/g) ?? ['0', '0', '0']).map(Number);
  return `rgb(${r} ${g} ${b} / ${share})`;
};
