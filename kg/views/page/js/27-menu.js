// The menu of things to take away, the switch of views, help.
const items = () => [
  ['png', () => kg.savePng()],
  ['svg', () => kg.save('graph.svg', 'image/svg+xml', kg.svgText())],
  ['csv.nodes', () => kg.save('nodes.csv', 'text/csv;charset=utf-8', kg.nodesCsv())],
  ['csv.edges', async () => kg.save('edges.csv', 'text/csv;charset=utf-8', await kg.edgesCsv())],
  ['turtle', async () => kg.save('selection.ttl', 'text/turtle;charset=utf-8', await kg.turtle())],
  ['link', () => copyLink()],
  ['print', () => window.print()],
];

const copyLink = async () => {
  kg.saveHash();
  try { await navigator.clipboard.writeText(location.href); kg.tell(kg.say('link.copied')); } catch { kg.tell(location.href); }
};

kg.tell = (message) => { kg.byId('status').textContent = message; };

kg.drawMenu = () => {
  const open = (show) => { kg.byId('take-menu').hidden = !show; kg.byId('take').setAttribute('aria-expanded', String(show)); };
  kg.fill(kg.byId('take-menu'), items().map(([name, act]) => kg.button(kg.say(`take.${name}`), () => { open(false); act(); }, { id: `take-${name.replace('.', '-')}` })));
  kg.byId('take').onclick = () => open(kg.byId('take-menu').hidden);
  kg.byId('take').parentElement.onkeydown = (event) => { if (event.key === 'Escape') { open(false); kg.byId('take').focus(); } };
  kg.byId('take').parentElement.onfocusout = (event) => { if (!event.currentTarget.contains(event.relatedTarget)) open(false); };
};

kg.drawViews = () => {
  const s = kg.state;
  const now = s.tab === 'list' ? 'list' : s.view;
  const options = { all: { view: 'all', tab: 'graph' }, co: { view: 'co', tab: 'graph', focus: null }, list: { tab: 'list' } };
  kg.fill(kg.byId('views'), Object.entries(options).map(([name, patch]) => kg.button(kg.say(`view.${name}`), () => kg.set(patch), { id: `view-${name}`, 'aria-pressed': String(now === name) })));
};

kg.drawStatus = () => {
  const { nodes, edges, pairs, months } = kg.scene.visible;
  const words = [kg.say('status', { nodes: kg.count(nodes.size), all: kg.count(kg.nodes.length), edges: kg.count(edges.size + pairs.length) })];
  if (months.length) words.push(kg.say('status.summary'));
  if (kg.narrowed(kg.state)) words.push(kg.say('status.narrowed'));
  kg.tell(words.join(' · '));
};

kg.openHelp = () => {
  const box = kg.byId('help-box');
  const keys = Array.from({ length: 12 }, (_, i) => `key.${i}`).filter((key) => key in kg.words);
  kg.fill(box, kg.el('h2', { text: kg.say('help') }), kg.el('p', { text: kg.say('help.about') }),
    kg.el('table', {}, kg.el('tbody', {}, keys.map((key) => { const [press, does] = kg.say(key).split(' — '); return kg.el('tr', {}, kg.el('th', { scope: 'row' }, kg.el('kbd', { text: press })), kg.el('td', { text: does })); }))),
    kg.button(kg.say('close'), () => box.close(), { id: 'help-close' }));
  box.setAttribute('aria-label', kg.say('help'));
  box.showModal();
};
