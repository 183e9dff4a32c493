// Labels as a map sets them: of one size on the screen, the weightier first, none upon another.
const labels = { items: [], boxes: [], placed: [], scale: 0 };
const widths = new Map();
const measure = document.createElement('canvas').getContext('2d');
const LINE = window.innerWidth < 600 ? 6 : 9; // Chinese characters of a line

const widthOf = (text, font) => {
  const key = font + text;
  if (!widths.has(key)) { measure.font = font; widths.set(key, measure.measureText(text).width); }
  return widths.get(key);
};

// One line, or two where the name is long; a breadth counts a Chinese character as one, a Latin one as half.
const breadthOf = (char) => (char.charCodeAt(0) > 0x2e7f ? 1 : 0.55);
const linesOf = (text, most) => {
  const chars = Array.from(text);
  const whole = chars.reduce((sum, char) => sum + breadthOf(char), 0);
  const even = Math.min(LINE, Math.ceil(whole / Math.min(most, Math.ceil(whole / LINE))) + 0.5); // 4 + 4, not 7 + 1
  const lines = [''];
  let breadth = 0;
  for (const char of chars) {
    const wide = breadthOf(char);
    if (breadth + wide > even && lines.length < most) { lines.push(''); breadth = 0; }
    if (breadth + wide > LINE + 0.5) return [...lines.slice(0, -1), `${lines.at(-1)}…`];
    lines[lines.length - 1] += char;
    breadth += wide;
  }
  return lines;
};

const weights = { Person: 3000, Month: 2000, Activity: 900, Organization: 700, Initiative: 500, Division: 400, Site: 200, Article: 100 };

kg.placeLabels = (items, near) => {
  const s = kg.state;
  labels.items = items.map((item) => {
    const node = typeof item.id === 'string' ? monthNode(item.id) : kg.nodes[item.id];
    const { size, font, color } = kg.fontOf(node, s);
    const bright = near && near.nodes.has(item.id);
    const lines = linesOf((bright ? null : node.short) ?? (node.label || kg.say('unnamed')), bright ? 3 : 2);
    return {
      id: item.id, x: item.x, y: item.y, r: item.size, lines, size, font, color, dim: near && !bright,
      pinned: s.pins.has(item.id), w: Math.max(...lines.map((line) => widthOf(line, font))), h: lines.length * (size + 2),
      must: node.kind === 'Person' || bright, weight: weights[node.kind] + node.rank + (bright ? 1e5 : 0) + (s.conflicts && kg.conflictsAt.has(item.id) ? 5e3 : 0),
    };
  }).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  labels.scale = 0;
  kg.scene.network.redraw();
};

// In the calendar the first month of a year bears its name, the others when they are selected.
const monthNode = (id) => {
  const month = id.slice(1);
  const first = kg.data.folds.find((fold) => fold.month.slice(0, 4) === month.slice(0, 4)).month === month;
  return { kind: 'Month', rank: 900, label: kg.monthName(month), short: !month || month === 'earlier' ? kg.monthName(month) : first ? kg.day(month.slice(0, 4)) : '' };
};
kg.monthName = (month) => (month === 'earlier' ? kg.say('earlier') : month ? kg.day(month) : kg.say('undated'));

// ---------------------------------------------------------------- placing, in screen pixels around the origin
const place = (scale) => {
  const grid = new Map();
  const boxes = [];
  for (const item of labels.items) {
    const r = item.r * scale;
    add(grid, boxes, { x0: item.x * scale - r, x1: item.x * scale + r, y0: item.y * scale - r, y1: item.y * scale + r, id: item.id });
  }
  labels.placed = [];
  for (const item of labels.items) {
    if (!item.w) continue;
    const around = spotsAround(item, scale);
    const spot = around.find((box) => !hits(grid, boxes, box, item.id).length) || (item.must && leastBad(grid, boxes, around, item.id));
    if (!spot) continue;
    add(grid, boxes, spot);
    labels.placed.push({ item, ...spot });
  }
  labels.scale = scale;
};

// The box around all nodes and all labels that find a place at a scale.
kg.frameOf = (scale) => {
  place(scale);
  const boxes = [...labels.placed, ...labels.items.map(({ x, y, r }) => ({ x0: (x - r) * scale, x1: (x + r) * scale, y0: (y - r) * scale, y1: (y + r) * scale }))];
  const [left, right] = [Math.min(...boxes.map((b) => b.x0)), Math.max(...boxes.map((b) => b.x1))];
  const [top, bottom] = [Math.min(...boxes.map((b) => b.y0)), Math.max(...boxes.map((b) => b.y1))];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
};

const spotsAround = (item, scale) => {
  const [x, y, r] = [item.x * scale, item.y * scale, item.r * scale + 3];
  const { w, h } = item;
  const at = (x0, y0, align) => ({ x0, x1: x0 + w, y0, y1: y0 + h, align });
  return [
    at(x - w / 2, y + r, 'center'), at(x + r + 1, y - h / 2, 'left'), at(x - r - 1 - w, y - h / 2, 'right'),
    at(x - w / 2, y - r - h, 'center'), at(x + r * 0.6, y + r * 0.7, 'left'), at(x - r * 0.6 - w, y + r * 0.7, 'right'),
  ];
};

const step = 60;
const cells = function* (box) {
  for (let i = Math.floor(box.x0 / step); i <= Math.floor(box.x1 / step); i += 1) {
    for (let j = Math.floor(box.y0 / step); j <= Math.floor(box.y1 / step); j += 1) yield i * 100003 + j;
  }
};

const add = (grid, boxes, box) => {
  const n = boxes.push(box) - 1;
  for (const key of cells(box)) { if (!grid.has(key)) grid.set(key, []); grid.get(key).push(n); }
};

// People are named if any spot is free of other labels, even where it covers part of a node.
const leastBad = (grid, boxes, around, own) => {
  let best = null;
  for (const box of around) {
    const met = hits(grid, boxes, box, own);
    if (met.some((other) => other.id === undefined)) continue;
    const bad = met.reduce((sum, other) => sum + overlap(box, other), 0);
    if (!best || bad < best.bad) best = { box, bad };
  }
  return best && best.box;
};

const overlap = (a, b) => Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));

// The boxes that a box lies on: nodes have an id, labels have none.
const hits = (grid, boxes, box, own) => {
  const met = new Set();
  for (const key of cells(box)) for (const n of grid.get(key) || []) {
    const other = boxes[n];
    if (other.id !== own && box.x0 < other.x1 + 2 && box.x1 > other.x0 - 2 && box.y0 < other.y1 + 1 && box.y1 > other.y0 - 1) met.add(other);
  }
  return [...met];
};

// Called by vis-network within its own scale and shift.
kg.drawLabels = (ctx) => {
  const scale = kg.scene.network.getScale();
  if (Math.abs(labels.scale / scale - 1) > 0.01) place(scale);
  ctx.save();
  ctx.scale(1 / labels.scale, 1 / labels.scale);
  ctx.lineJoin = 'round';
  ctx.textBaseline = 'middle';
  for (const { item, x0, x1, y0, align } of labels.placed) {
    ctx.globalAlpha = item.dim ? 0.22 : 1;
    ctx.font = item.font;
    ctx.textAlign = align;
    const x = align === 'center' ? (x0 + x1) / 2 : align === 'left' ? x0 : x1;
    item.lines.forEach((line, i) => {
      const y = y0 + (item.size + 2) * (i + 0.5);
      ctx.strokeStyle = kg.ink('paper');
      ctx.lineWidth = 3;
      ctx.strokeText(line, x, y);
      ctx.fillStyle = item.color;
      ctx.fillText(line, x, y);
    });
    if (item.pinned) { ctx.fillRect(x0, y0 + item.h, x1 - x0, 1.5); }
  }
  ctx.restore();
};

kg.labels = () => labels;
