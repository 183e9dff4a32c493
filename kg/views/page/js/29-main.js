// Puts the page together: state changes redraw what depends on them.
const graphKeys = ['view', 'off', 'quiet', 'types', 'roles', 'place', 'from', 'to', 'undated', 'conflicts', 'color', 'size', 'focus', 'steps', 'opened', 'shut', 'pins', 'selected', 'tab'];
const fitKeys = ['view', 'focus', 'steps'];

const redraw = (changed, before) => {
  if (graphKeys.some((key) => changed.has(key))) { kg.draw(); kg.drawStatus(); }
  if (!changed.has('selected') || changed.size > 1) { kg.drawLegend(); kg.drawTimeline(); kg.drawViews(); }
  if (changed.has('selected') || ['pins', 'opened', 'shut', 'conflicts'].some((key) => changed.has(key)) || (kg.state.selected && kg.state.selected.kind === 'month')) kg.drawPanel();
  kg.drawList();
  if (changed.has('view') && before.view !== kg.state.view) kg.fillHeight();
  if (fitKeys.some((key) => changed.has(key) && before[key] !== kg.state[key])) kg.fit();
  kg.saveHash(changed.has('selected') && before.selected !== null);
};

let settled = false;
kg.saveHash = (push = false) => {
  if (!settled) return;
  const hash = kg.writeHash();
  if (hash === location.hash) return;
  history[push ? 'pushState' : 'replaceState'](null, '', hash === '#' ? location.pathname : hash);
};

const everything = () => {
  kg.speak();
  kg.drawDateline();
  kg.drawMenu();
  kg.drawLegend();
  kg.drawTimeline();
  kg.drawViews();
  kg.draw();
  kg.drawStatus();
  kg.drawPanel();
  kg.drawList();
};

const restore = () => {
  kg.state = kg.readHash();
  everything();
  if (kg.camera) kg.look(kg.camera); else kg.fit(false);
};

kg.hover = (over) => {
  const tip = kg.byId('tip');
  tip.hidden = true;
  if (!over) return;
  const { node, edge } = over;
  const words = node !== undefined ? kg.nodeWords(node) : Number.isInteger(edge) ? `${kg.nameOf(kg.edges[edge].from)} · ${kg.verb(kg.edges[edge])} · ${kg.nameOf(kg.edges[edge].to)}` : '';
  if (!words) return;
  tip.textContent = words;
  tip.hidden = false;
};

kg.nodeWords = (id) => (Number.isInteger(id)
  ? `${kg.term('kind', kg.nodes[id].kind)} · ${kg.nameOf(id)}${kg.nodes[id].kind === 'Activity' ? ` · ${kg.dateOf(kg.nodes[id])}` : ''}`
  : kg.monthName(id.slice(1)));

const buttons = () => {
  kg.byId('zoom-in').onclick = kg.zoom(1.25);
  kg.byId('zoom-out').onclick = kg.zoom(0.8);
  kg.byId('zoom-fit').onclick = () => kg.fit();
  kg.byId('help').onclick = () => kg.openHelp();
  kg.byId('language').onclick = () => { kg.language = kg.language === 'en' ? 'zh' : 'en'; everything(); kg.saveHash(); };
  kg.byId('skip').onclick = (event) => { event.preventDefault(); kg.set({ tab: 'list' }); kg.byId('list-tab').focus(); };
  kg.byId('filters-open').onclick = () => {
    const open = document.body.classList.toggle('filters-shown');
    kg.byId('filters-open').setAttribute('aria-expanded', String(open));
  };
  kg.byId('canvas').addEventListener('pointermove', (event) => {
    const box = kg.byId('canvas').getBoundingClientRect();
    const tip = kg.byId('tip');
    tip.style.left = `${Math.min(event.clientX - box.left + 14, box.width - 200)}px`;
    tip.style.top = `${event.clientY - box.top + 16}px`;
  });
};

// Enter focuses: the node is selected, called up if it is not drawn, and brought into view.
const found = (id) => {
  kg.byId('find').value = kg.nameOf(id);
  const hidden = kg.state.view === 'co' ? kg.nodes[id].cx === undefined : false;
  kg.set({ selected: { kind: 'node', id }, tab: 'graph', ...(hidden ? { view: 'all' } : {}) });
  if (!kg.scene.visible.nodes.has(id) || !kg.touching[id].some((e) => kg.scene.visible.edges.has(e)) && kg.state.view === 'all') kg.set({ opened: new Set([...kg.state.opened, id]) });
  kg.lookAt(id);
  kg.byId('canvas').focus();
};

const start = async () => {
  await kg.load();
  kg.state = kg.readHash();
  kg.startScene();
  buttons();
  kg.startKeys();
  kg.findBox(kg.byId('find'), kg.byId('found'), found);
  kg.onChange(redraw);
  everything();
  kg.fillHeight();
  restore();
  settled = true;
  window.addEventListener('popstate', restore);
  window.addEventListener('beforeprint', () => kg.fit(false));
  window.addEventListener('resize', kg.calm(() => { if (!kg.camera) kg.fit(false); }, 150));
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
};

start().catch((error) => { document.documentElement.dataset.failed = String(error); throw error; });
window.kg = kg;
