// What is drawn, as a table: for screen readers, for reading through, for checking.
const order = { by: 'degree', up: false };

const columns = {
  kind: (node) => kg.term('kind', node.kind),
  name: (node) => node.label,
  degree: (node) => node.degree,
  date: (node) => (node.kind === 'Activity' ? (node.date && node.date.edtf) || '' : node.published || ''),
};

const rowsShown = () => {
  const read = columns[order.by];
  const flip = order.up ? 1 : -1;
  return [...kg.scene.visible.nodes].map((id) => kg.nodes[id]).sort((a, b) => {
    const [x, y] = [read(a), read(b)];
    return x === y ? a.id - b.id : (x < y ? -1 : 1) * flip;
  });
};

kg.drawList = () => {
  const box = kg.byId('list-tab');
  const listed = kg.state.tab === 'list';
  box.hidden = !listed;
  kg.byId('canvas-wrap').hidden = listed;
  if (!listed) return;
  const rows = rowsShown();
  const body = kg.el('tbody', {}, rows.slice(0, 300).map(row));
  const more = rows.length > 300 ? kg.button(kg.say('more', { n: rows.length - 300 }), () => { body.append(...rows.slice(300).map(row)); more.remove(); }) : null;
  kg.fill(box, kg.el('table', {}, kg.el('caption', { text: kg.say('list.caption', { n: kg.count(rows.length) }) }), head(), body), more);
};

const head = () => kg.el('thead', {}, kg.el('tr', {}, Object.keys(columns).map((name) => kg.el('th', { scope: 'col', 'aria-sort': order.by === name ? (order.up ? 'ascending' : 'descending') : 'none' },
  kg.button(kg.say(`list.${name}`), () => { order.up = order.by === name ? !order.up : name !== 'degree'; order.by = name; kg.drawList(); kg.byId('list-tab').querySelector(`#sort-${name}`).focus(); }, { id: `sort-${name}` })))));

const row = (node) => kg.el('tr', {}, kg.el('td', {}, kg.mark(node.kind), ' ', kg.term('kind', node.kind)),
  kg.el('th', { scope: 'row' }, kg.button(node.label || kg.say('unnamed'), () => kg.selectNode(node.id), { class: 'link' })),
  kg.el('td', { class: 'number', text: String(node.degree) }), kg.el('td', { text: columns.date(node) }));
