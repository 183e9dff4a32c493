// The drawing as SVG: the same spots, shapes, colours and labels as on the screen.
const polygon = (points) => points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
const round = (value) => Math.round(value * 10) / 10;
const around = (x, y, r, corners, turn = -90, inner = 1) => Array.from({ length: corners }, (_, i) => {
  const angle = ((turn + (360 * i) / corners) * Math.PI) / 180;
  const reach = r * (i % 2 ? inner : 1);
  return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
});

const drawn = {
  dot: (x, y, r) => ['circle', { cx: x, cy: y, r }],
  square: (x, y, r) => ['rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r }],
  box: (x, y, r) => ['rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r }],
  diamond: (x, y, r) => ['polygon', { points: polygon(around(x, y, r, 4)) }],
  triangleDown: (x, y, r) => ['polygon', { points: polygon(around(x, y, r * 1.1, 3, 90)) }],
  hexagon: (x, y, r) => ['polygon', { points: polygon(around(x, y, r, 6, 0)) }],
  star: (x, y, r) => ['polygon', { points: polygon(around(x, y, r, 10, -90, 0.42)) }],
};

kg.svgText = () => {
  const nodes = kg.scene.nodes.get();
  const at = new Map(nodes.map((node) => [node.id, node]));
  const { placed, scale } = kg.labels();
  const box = nodes.reduce((b, n) => [Math.min(b[0], n.x), Math.min(b[1], n.y), Math.max(b[2], n.x), Math.max(b[3], n.y)], [1e9, 1e9, -1e9, -1e9]);
  const [x, y, w, h] = nodes.length ? [box[0] - 90, box[1] - 50, box[2] - box[0] + 180, box[3] - box[1] + 100].map(round) : [0, 0, 10, 10];
  const root = kg.svg('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `${x} ${y} ${w} ${h}`, width: w, height: h }, kg.svg('title', { text: kg.say('title') }), kg.svg('rect', { x, y, width: w, height: h, fill: kg.ink('paper') }));
  for (const edge of kg.scene.edges.get()) root.append(edgeLine(edge, at));
  for (const node of nodes) root.append(nodeShape(node));
  for (const label of placed) root.append(...labelText(label, scale));
  return new XMLSerializer().serializeToString(root);
};

const edgeLine = (edge, at) => {
  const [a, b] = [at.get(edge.from), at.get(edge.to)];
  const bend = edge.smooth.roundness * (edge.smooth.type === 'curvedCW' ? 1 : -1);
  const [cx, cy] = [(a.x + b.x) / 2 - (b.y - a.y) * bend, (a.y + b.y) / 2 + (b.x - a.x) * bend];
  return kg.svg('path', { d: `M${a.x} ${a.y}Q${round(cx)} ${round(cy)} ${b.x} ${b.y}`, fill: 'none', stroke: edge.color.color, 'stroke-width': round(edge.width), 'stroke-opacity': edge.color.opacity, ...(edge.dashes ? { 'stroke-dasharray': edge.dashes.join(' ') } : {}) });
};

const nodeShape = (node) => {
  const shape = kg.drawn.options.groups[node.group].shape;
  const [tag, attributes] = drawn[shape](node.x, node.y, node.size);
  return kg.svg(tag, { ...attributes, fill: node.color.background, stroke: node.color.border, 'stroke-width': node.borderWidth, opacity: node.opacity });
};

const anchors = { center: 'middle', left: 'start', right: 'end' };
const labelText = ({ item, x0, x1, y0, align }, scale) => item.lines.map((line, i) => {
  const x = (align === 'center' ? (x0 + x1) / 2 : align === 'left' ? x0 : x1) / scale;
  const [, weight, , family] = item.font.match(/^(\d+) ([\d.]+px) (.*)$/) || [];
  return kg.svg('text', { x: round(x), y: round((y0 + (item.size + 2) * (i + 0.85)) / scale), 'text-anchor': anchors[align], 'font-size': round(item.size / scale), 'font-weight': weight || 400, 'font-family': family || 'sans-serif', fill: item.color, opacity: item.dim ? 0.22 : 1, text: line });
});
