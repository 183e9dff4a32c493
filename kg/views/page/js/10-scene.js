// vis-network draws what is visible; positions come with the page, so nothing moves by itself.
const scene = { nodes: null, edges: null, network: null, visible: null, last: new Map(), lastEdges: new Map() };
kg.scene = scene;

kg.startScene = () => {
  const { nodes, edges, options } = kg.drawn;
  scene.nodes = new vis.DataSet(nodes);
  scene.edges = new vis.DataSet(edges);
  for (const id of scene.nodes.getIds()) scene.last.set(id, '');
  for (const id of scene.edges.getIds()) scene.lastEdges.set(id, '');
  scene.network = new vis.Network(kg.byId('canvas'), { nodes: scene.nodes, edges: scene.edges }, options);
  scene.network.on('afterDrawing', kg.drawLabels);
  scene.network.on('click', clicked);
  scene.network.on('doubleClick', (event) => { if (Number.isInteger(event.nodes[0])) kg.toggleOpen(event.nodes[0]); });
  scene.network.on('hoverNode', (event) => kg.hover({ node: event.node }));
  scene.network.on('hoverEdge', (event) => kg.hover({ edge: event.edge }));
  for (const name of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) scene.network.on(name, () => kg.hover(null));
  scene.network.on('dragEnd', pinDragged);
  const moved = kg.calm(() => { kg.camera = kg.cameraNow(); kg.saveHash(); }, 250);
  for (const name of ['dragEnd', 'zoom', 'animationFinished']) scene.network.on(name, moved);
};

const clicked = (event) => {
  const [node] = event.nodes;
  const [edge] = event.edges;
  if (node !== undefined) return kg.pick(node);
  return edge === undefined ? kg.select(null) : kg.pickEdge(edge);
};

kg.pick = (id) => (Number.isInteger(id) ? kg.selectNode(id) : kg.select({ kind: 'month', month: id.slice(1) }));

kg.pickEdge = (id) => {
  if (Number.isInteger(id)) return kg.select({ kind: 'edge', id });
  if (id[0] === 'x') return kg.select({ kind: 'conflict', id: Number(id.slice(1).split('-')[0]) });
  if (id[0] === 'p') { const [a, b] = id.slice(1).split('-').map(Number); return kg.select({ kind: 'pair', a, b }); }
  return kg.selectNode(Number(id.slice(1).split(':')[0]));
};

const pinDragged = (event) => {
  if (!event.nodes.length || !Number.isInteger(event.nodes[0])) return;
  const id = event.nodes[0];
  const { x, y } = scene.network.getPosition(id);
  kg.set({ pins: new Map([...kg.state.pins, [id, kg.unturned([x, y])]]) });
};

// ---------------------------------------------------------------- what to draw
kg.draw = () => {
  const s = kg.state;
  scene.visible = kg.visible(s);
  const near = lit(s, scene.visible);
  const spots = kg.spots(scene.visible, s);
  const nodes = [...scene.visible.nodes].map((id) => nodeItem(id, s, near, spots));
  for (const month of scene.visible.months) nodes.push(monthItem(month, near));
  const edges = [...scene.visible.edges].map((id) => edgeItem(kg.edges[id], s, near));
  for (const pair of scene.visible.pairs) edges.push(pairItem(pair, near));
  if (s.conflicts) edges.push(...conflictItems(scene.visible.nodes));
  fan(edges);
  sync(scene.edges, scene.lastEdges, edges, true);
  sync(scene.nodes, scene.last, nodes);
  sync(scene.edges, scene.lastEdges, edges);
  kg.placeLabels(nodes, near);
};

// Only what differs from what is drawn goes to vis-network.
const sync = (set, last, items, onlyRemove = false) => {
  const wanted = new Map(items.map((item) => [item.id, item]));
  const gone = [...last.keys()].filter((id) => !wanted.has(id));
  if (gone.length) { set.remove(gone); for (const id of gone) last.delete(id); }
  if (onlyRemove) return;
  const changed = [];
  for (const [id, item] of wanted) {
    const text = JSON.stringify(item);
    if (last.get(id) !== text) { changed.push(item); last.set(id, text); }
  }
  if (changed.length) set.update(changed);
};

// The selection and what touches it; null where all is equally lit.
const lit = (s, { nodes, edges, pairs, links }) => {
  const chosen = s.selected;
  if (!chosen || s.tab === 'list') return null;
  const near = { nodes: new Set(), edges: new Set() };
  const add = (edge) => { near.edges.add(edge.id); near.nodes.add(edge.from); near.nodes.add(edge.to ?? `m${edge.month}`); };
  const touches = (edge, id) => edge.from === id || edge.to === id || `m${edge.month}` === id;
  const around = (id) => {
    near.nodes.add(id);
    for (const e of edges) if (touches(kg.edges[e], id)) add(kg.edges[e]);
    for (const item of [...pairs, ...links]) if (touches(item, id)) add(item);
  };
  if (chosen.kind === 'node') around(chosen.id);
  else if (chosen.kind === 'month') around(`m${chosen.month}`);
  else if (chosen.kind === 'edge') add(kg.edges[chosen.id]);
  else if (chosen.kind === 'pair') { near.nodes.add(chosen.a).add(chosen.b); near.edges.add(`p${chosen.a}-${chosen.b}`); }
  else if (chosen.kind === 'path' && chosen.b !== null) for (const e of kg.path(chosen.a, chosen.b) || []) add(kg.edges[e]);
  else if (chosen.kind === 'conflict') for (const id of kg.data.conflicts[chosen.id].nodes) near.nodes.add(id);
  return [...near.nodes].some((id) => nodes.has(id) || typeof id === 'string') ? near : null;
};

const nodeItem = (id, s, near, spots) => {
  const node = kg.nodes[id];
  const color = kg.colorOf(node, s);
  const chosen = s.selected && s.selected.kind === 'node' && s.selected.id === id;
  const disputed = s.conflicts && kg.conflictsAt.has(id);
  const [x, y] = spots.get(id);
  return {
    id, x, y, label: '', group: node.kind, size: Math.round(kg.sizeOf(node, s) * kg.grain * 10) / 10, opacity: near && !near.nodes.has(id) ? 0.18 : 1,
    color: { background: color, border: chosen ? kg.ink('ink') : disputed ? kg.ink('conflict') : kg.ink('paper') },
    borderWidth: chosen || disputed ? 3 : 1.5,
  };
};

// A month is as large as it is busy; where somebody is selected, as it was for them.
const monthItem = ({ month, count: all, x, y }, near) => {
  const link = scene.visible.links.find((one) => one.month === month);
  const count = link && kg.state.selected.kind === 'node' ? link.count : all;
  const [px, py] = kg.turned([x, y]);
  return {
    id: `m${month}`, x: px, y: py, label: '', group: 'Month', size: Math.min(13, Math.round(4 + 1.4 * Math.sqrt(count))),
    opacity: near && !near.nodes.has(`m${month}`) ? 0.18 : 1, borderWidth: 1.5,
    color: { background: kg.kindColor('Activity'), border: kg.ink('paper') },
  };
};

const faint = (item, near, color) => ({
  ...item, color: { color, hover: kg.ink('ink-2'), highlight: color, opacity: near ? (near.edges.has(item.id) ? 1 : 0.12) : 0.8 },
});

const edgeItem = (edge, s, near) => faint({
  id: edge.id, from: edge.from, to: edge.to, width: near && near.edges.has(edge.id) ? 2 : 1.1, dashes: kg.dashOf(edge.kind),
}, near, near && near.edges.has(edge.id) ? kg.ink('ink-2') : kg.edgeColor(edge.kind));

const pairItem = (pair, near) => faint({
  id: pair.id, from: pair.from, to: pair.to, width: 1 + 1.6 * Math.log2(pair.activities.length),
}, near, near && near.edges.has(pair.id) ? kg.ink('ink-2') : '#b9ad98');

const conflictItems = (nodes) => kg.data.conflicts.flatMap((conflict, n) => {
  const ids = conflict.nodes.filter((id) => nodes.has(id));
  const people = ids.filter((id) => kg.nodes[id].kind === 'Person');
  const ends = people.length > 1 ? people : ids;
  return ends.slice(1).map((id, i) => ({
    id: `x${n}-${i}`, from: ends[0], to: id, width: 2.4, dashes: [7, 4],
    color: { color: kg.ink('conflict'), hover: kg.ink('conflict'), highlight: kg.ink('conflict'), opacity: 1 },
  }));
});

// Parallel edges bend apart, so that each can be clicked.
const fan = (edges) => {
  const pairs = kg.groupBy(edges, (edge) => [edge.from, edge.to].sort().join(' '));
  for (const group of pairs.values()) group.forEach((edge, i) => {
    const turn = group.length === 1 ? 0.06 : 0.12 + 0.16 * Math.floor(i / 2);
    edge.smooth = { enabled: true, type: i % 2 ? 'curvedCCW' : 'curvedCW', roundness: turn };
  });
};
