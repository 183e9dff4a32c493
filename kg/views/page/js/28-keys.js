// The keyboard: / searches anywhere; on the drawing, arrows walk from node to node.
const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

// The nearest node that lies in a direction: distance counts, and more so sideways.
const nearest = (from, [dx, dy]) => {
  let best = null;
  for (const { id, x, y } of kg.scene.nodes.get({ fields: ['id', 'x', 'y'] })) {
    const [ax, ay] = [x - from.x, y - from.y];
    const ahead = ax * dx + ay * dy;
    if (ahead <= 1) continue;
    const cost = ahead + 2.5 * Math.abs(ax * dy - ay * dx);
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best && best.id;
};

const walk = (direction) => {
  const s = kg.state.selected;
  const at = s && s.kind === 'node' && kg.scene.nodes.get(s.id) ? kg.scene.nodes.get(s.id) : null;
  const id = at ? nearest(at, direction) : heaviest();
  if (id === null || id === undefined) return;
  kg.pick(id);
  kg.scene.network.moveTo({ position: kg.scene.network.getPosition(id), animation: false });
  kg.tell(kg.nodeWords(id)); // what a screen reader says of the step
};

const heaviest = () => [...kg.scene.visible.nodes].sort((a, b) => kg.nodes[b].rank - kg.nodes[a].rank || a - b)[0];

const onNode = (act) => () => { const s = kg.state.selected; if (s && s.kind === 'node') act(s.id); };
const zoom = (factor) => () => { kg.scene.network.moveTo({ scale: Math.max(0.05, Math.min(6, kg.scene.network.getScale() * factor)), animation: false }); kg.camera = kg.cameraNow(); kg.saveHash(); };
kg.zoom = zoom;

const onCanvas = {
  ...Object.fromEntries(Object.entries(directions).map(([key, direction]) => [key, () => walk(direction)])),
  '+': zoom(1.25), '=': zoom(1.25), '-': zoom(0.8), 0: () => kg.fit(),
  Enter: () => { const first = kg.byId('panel').querySelector('.actions button, section button'); if (first) first.focus(); },
  Escape: () => (kg.state.selected ? kg.select(null) : kg.set({ focus: null })),
  p: onNode((id) => kg.togglePin(id)),
  e: onNode((id) => kg.toggleOpen(id)),
  c: onNode((id) => kg.set({ shut: kg.toggled(kg.state.shut, id) })),
  f: onNode((id) => kg.set({ focus: id })),
};

const typing = (target) => /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) && target.type !== 'checkbox';

kg.startKeys = () => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === '/' && !typing(event.target)) { event.preventDefault(); kg.byId('find').focus(); kg.byId('find').select(); }
    if (event.key === '?' && !typing(event.target)) kg.openHelp();
    if (event.key === 'Escape' && kg.byId('panel').contains(event.target) && !typing(event.target)) kg.byId('canvas').focus();
  });
  kg.byId('canvas').addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in onCanvas)) return;
    event.preventDefault();
    event.stopPropagation();
    onCanvas[event.key]();
  });
};
