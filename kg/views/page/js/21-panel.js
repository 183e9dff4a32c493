// The panel beside the drawing: what is selected, or the front page.
kg.drawPanel = () => {
  const s = kg.state;
  const box = kg.byId('panel');
  const focused = document.activeElement && document.activeElement.id;
  kg.fill(box, s.selected ? closer() : null, makers[s.selected ? s.selected.kind : 'none'](s.selected));
  box.scrollTop = 0;
  if (focused && box.querySelector(`#${CSS.escape(focused)}`)) box.querySelector(`#${CSS.escape(focused)}`).focus();
};

const closer = () => kg.button('×', () => { kg.select(null); kg.byId('canvas').focus(); }, { class: 'close', 'aria-label': kg.say('close'), id: 'panel-close' });

const makers = {
  none: () => kg.frontPage(),
  node: ({ id }) => nodePanel(kg.nodes[id]),
  edge: ({ id }) => kg.edgePanel(id),
  pair: (pair) => kg.pairPanel(pair),
  path: (path) => kg.pathPanel(path),
  conflict: ({ id }) => kg.conflictPanel(id),
  conflicts: () => kg.conflictsPanel(),
  month: ({ month }) => monthPanel(month),
};

const bodies = { Person: (n) => kg.personPanel(n), Activity: (n) => kg.activityPanel(n), Article: (n) => kg.articlePanel(n) };

const nodePanel = (node) => [
  kg.el('p', { class: 'kicker' }, kg.mark(node.kind), kg.el('span', { text: kg.term('kind', node.kind) }),
    node.term && node.kind !== 'Activity' ? kg.el('span', { text: ` · ${kg.term('class', node.term)}` }) : null),
  kg.el('h2', { class: node.label.length > 16 ? 'long' : null, text: node.label || kg.say('unnamed') }),
  node.aliases ? kg.el('p', { class: 'aliases', text: kg.say('aliases', { names: node.aliases.join('、') }) }) : null,
  node.partial ? kg.el('p', { class: 'extent', text: kg.say('partial') }) : null,
  kg.el('p', { class: 'weights', text: [kg.say('links', { n: node.degree }), kg.say('weight', { n: Math.round(node.rank / 10) })].join(' · ') }),
  tools(node),
  (bodies[node.kind] || kg.bodyPanel)(node),
];

const tools = (node) => {
  const s = kg.state;
  const pinned = s.pins.has(node.id);
  return kg.el('div', { class: 'actions' },
    kg.button(kg.say('focus'), () => kg.set({ focus: node.id, view: node.kind === 'Person' ? s.view : 'all', shut: new Set() }), { id: 'do-focus' }),
    kg.button(kg.say(s.opened.has(node.id) ? 'unexpand' : 'expand'), () => kg.toggleOpen(node.id), { id: 'do-expand' }),
    kg.button(kg.say(s.shut.has(node.id) ? 'unshut' : 'shut'), () => kg.set({ shut: kg.toggled(s.shut, node.id) }), { id: 'do-shut' }),
    kg.button(kg.say(pinned ? 'unpin' : 'pin'), () => kg.togglePin(node.id), { id: 'do-pin', 'aria-pressed': String(pinned) }),
    node.kind === 'Person' ? kg.button(kg.say('path.from'), () => kg.startPath(node.id), { id: 'do-path' }) : null);
};

kg.startPath = (id) => { kg.select({ kind: 'path', a: id, b: null }); kg.byId('path-to').focus(); };
kg.toggleOpen = (id) => kg.set({ opened: kg.toggled(kg.state.opened, id), view: 'all' });
kg.togglePin = (id) => {
  const pins = new Map(kg.state.pins);
  if (!pins.delete(id)) {
    if (!kg.scene.nodes.get(id)) return;
    const { x, y } = kg.scene.network.getPosition(id);
    pins.set(id, kg.unturned([x, y]));
  }
  kg.set({ pins });
};

const monthPanel = (month) => {
  const list = kg.activitiesIn(month, kg.state).sort(kg.byDate);
  const ids = list.slice(0, 120).map((node) => node.id);
  return [
    kg.el('h2', { text: kg.monthName(month) }),
    kg.el('div', { class: 'actions' }, kg.button(kg.say('month.open', { n: ids.length }), () => kg.set({ opened: new Set([...kg.state.opened, ...ids]) }), { id: 'do-expand' })),
    kg.section(kg.say('activities', { n: list.length }), kg.some(list, (node) => kg.fact(
      [kg.el('span', { class: 'when', text: kg.dateOf(node) }), ' ', node.label], node.evidence, { ...node, lead: kg.arrow(node.id) }), 60)),
  ];
};
