/** Nodes and weights of Gauss–Legendre quadrature on 0 … length: roots of the Legendre polynomial by Newton's method (A&S 25.4.29). */
export function gaussLegendre(count: number, length: number): { readonly nodes: Float64Array; readonly weights: Float64Array } {
  const [nodes, weights] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 50; step++) {
      let [before, now] = [0, 1];
      for (let k = 1; k <= count; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      slope = (count * (x * now - before)) / (x * x - 1);
      const move = now / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    nodes[i] = (length * (1 - x)) / 2;
    weights[i] = length / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
