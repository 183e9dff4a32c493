// Where nodes stand: as computed for the page; nodes called up later find room beside their neighbours.
const later = new Map();
const cell = 46;

// On an upright screen the drawing is turned, so that it fills it.
kg.upright = window.innerHeight > window.innerWidth * 1.15;
kg.stretch = 1;
kg.grain = 1; // how much larger nodes are drawn where the whole is small
kg.turned = ([x, y]) => (kg.upright ? [y, x * kg.stretch] : [x, y * kg.stretch]);
kg.unturned = ([x, y]) => (kg.upright ? [y / kg.stretch, x] : [x, y / kg.stretch]);

// Labels keep their size, so a drawing soon fills the width and leaves height over: it is drawn out to fill that too.
kg.fillHeight = () => {
  const box = kg.byId('canvas');
  if (!box.clientHeight) return;
  kg.stretch = 1;
  kg.draw();
  kg.fit(false);
  for (let round = 0; round < 2; round += 1) {
    const scale = kg.scene.network.getScale();
    kg.grain = Math.round(Math.max(1, Math.min(1.9, 0.7 / scale)) * 100) / 100;
    const spare = (box.clientHeight - 24) / kg.frameOf(scale).height;
    kg.stretch = Math.round(Math.max(1, Math.min(2.2, kg.stretch * spare)) * 100) / 100;
    kg.draw();
    kg.fit(false);
  }
};

kg.spots = (visible, s) => {
  const spots = new Map();
  for (const id of visible.nodes) {
    const spot = s.pins.get(id) || given(kg.nodes[id], s);
    if (spot) spots.set(id, kg.turned(spot));
  }
  const free = [...visible.nodes].filter((id) => !spots.has(id)).sort((a, b) => a - b);
  if (free.length) findRoom(free, spots, visible);
  return spots;
};

const given = (node, s) => {
  if (s.view === 'co') return node.cx === undefined ? null : [node.cx, node.cy];
  if (node.x !== undefined) return [node.x, node.y];
  return later.has(node.id) ? later.get(node.id) : null;
};

const findRoom = (free, spots, visible) => {
  const taken = new Set();
  const mark = (x, y) => { for (let dx = -1; dx <= 1; dx += 1) taken.add(`${Math.round(x / cell) + dx}:${Math.round(y / cell)}`); };
  for (const [x, y] of spots.values()) mark(x, y);
  for (const month of visible.months) mark(...kg.turned([month.x, month.y]));
  for (const id of free) {
    const [cx, cy] = middle(id, spots);
    const spot = spiral(cx, cy, taken);
    mark(...spot);
    spots.set(id, spot);
    later.set(id, kg.unturned(spot));
  }
};

const middle = (id, spots) => {
  const near = kg.touching[id].map((e) => spots.get(kg.other(kg.edges[e], id))).filter(Boolean);
  if (!near.length) return [0, 0];
  return [0, 1].map((axis) => near.reduce((sum, spot) => sum + spot[axis], 0) / near.length);
};

const spiral = (cx, cy, taken) => {
  for (let ring = 1; ring < 400; ring += 1) {
    const steps = 6 * ring;
    for (let i = 0; i < steps; i += 1) {
      const angle = (2 * Math.PI * i) / steps + ring * 0.7;
      const x = cx + ring * cell * 1.5 * Math.cos(angle);
      const y = cy + ring * cell * Math.sin(angle);
      if (!taken.has(`${Math.round(x / cell)}:${Math.round(y / cell)}`)) return [Math.round(x), Math.round(y)];
    }
  }
  return [cx, cy];
};

// ---------------------------------------------------------------- camera
kg.cameraNow = () => {
  const { x, y } = kg.scene.network.getViewPosition();
  const [px, py] = kg.unturned([x, y]);
  return [Math.round(px), Math.round(py), Math.round(kg.scene.network.getScale() * 1000) / 1000];
};

kg.calmMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
const glide = () => (kg.calmMotion ? false : { duration: 280, easingFunction: 'easeInOutQuad' });

kg.look = (camera) => {
  const [x, y] = kg.turned(camera);
  kg.scene.network.moveTo({ position: { x, y }, scale: camera[2], animation: false });
};

kg.fit = (animated = true) => {
  const spots = kg.labels().items;
  const box = kg.byId('canvas');
  if (!spots.length || !box.clientWidth) return;
  let scale = 1.5;
  let frame = null;
  for (let round = 0; round < 8; round += 1) {
    frame = round < 5 ? frameAt(spots, scale) : kg.frameOf(scale);
    scale = Math.min(1.5, scale * Math.min((box.clientWidth - 24) / frame.width, (box.clientHeight - 24) / frame.height));
  }
  kg.scene.network.moveTo({ position: { x: frame.x / scale, y: frame.y / scale }, scale, animation: animated && glide() });
};

// What nodes and their labels take up on the screen: labels keep their size, whatever the scale.
const frameAt = (spots, scale) => {
  const low = (side) => Math.min(...spots.map(side));
  const high = (side) => Math.max(...spots.map(side));
  const half = (spot) => Math.max(spot.w / 2, spot.r * scale);
  const [left, right] = [low((s) => s.x * scale - half(s)), high((s) => s.x * scale + half(s))];
  const [top, bottom] = [low((s) => (s.y - s.r) * scale), high((s) => (s.y + s.r) * scale + s.h + 4)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
};

// Brings a node into view, closer if the drawing is small.
kg.lookAt = (id) => {
  if (!kg.scene.nodes.get(id)) return;
  const scale = Math.max(kg.scene.network.getScale(), 0.9);
  kg.scene.network.focus(id, { scale, animation: glide() });
};
