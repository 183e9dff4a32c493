// What the panel says of an edge, of two people together, of a path, of a contradiction.
kg.edgePanel = (id) => {
  const edge = kg.edges[id];
  const fact = edge.kind === 'post' ? kg.data.tenures[edge.fact] : edge.kind === 'took' ? kg.data.takes[edge.fact] : {};
  return [
    kg.el('h2', { class: 'relation' }, kg.link(edge.from), kg.el('span', { class: 'verb', text: kg.verb(edge) }), kg.link(edge.to)),
    kg.section(kg.say('stated'), kg.fact(kg.edgeWords(edge), edge.evidence, { ...fact, open: true })),
    edge.evidence.length ? null : kg.el('p', { class: 'note', text: kg.say('no.sentence') }),
  ];
};

kg.edgeWords = (edge) => {
  if (edge.kind === 'took') {
    const take = kg.data.takes[edge.fact];
    return [kg.el('strong', { text: kg.nameOf(edge.from) }), ' ', kg.el('span', { class: 'at', text: take.capacity.join('、') }), ' ', kg.roleChips(take), ' ', kg.nameOf(edge.to)];
  }
  return [kg.el('strong', { text: kg.nameOf(edge.from) }), ' ', kg.el('span', { class: 'chip', text: kg.verb(edge) }), ' ', kg.nameOf(edge.to)];
};

kg.pairPanel = ({ a, b }) => {
  const mine = new Map((kg.takesBy.get(a) || []).map((take) => [take.activity, take]));
  const shared = (kg.takesBy.get(b) || []).filter((take) => mine.has(take.activity)).sort((x, y) => kg.byDate(kg.nodes[x.activity], kg.nodes[y.activity]));
  return [
    kg.el('h2', { class: 'relation' }, kg.link(a), kg.el('span', { class: 'verb', text: kg.say('together', { n: shared.length }) }), kg.link(b)),
    kg.section(kg.say('activities', { n: shared.length }), shared.map((take) => kg.fact(
      [kg.el('span', { class: 'when', text: kg.dateOf(kg.nodes[take.activity]) }), ' ', kg.nameOf(take.activity)],
      [...new Set([...mine.get(take.activity).evidence, ...take.evidence])], { lead: kg.arrow(take.activity) }))),
  ];
};

// ---------------------------------------------------------------- paths
kg.pathPanel = ({ a, b }) => {
  const box = (id, value, set) => {
    const input = kg.el('input', { type: 'text', id, role: 'combobox', autocomplete: 'off', 'aria-expanded': 'false', 'aria-controls': `${id}-found`, 'aria-label': kg.say(id) });
    input.value = value === null ? '' : kg.nameOf(value);
    const list = kg.el('ul', { id: `${id}-found`, role: 'listbox', class: 'found', 'aria-label': kg.say('find.results') });
    list.hidden = true;
    kg.findBox(input, list, set, 'Person');
    return kg.el('div', { class: 'end' }, input, list);
  };
  const edges = b === null ? null : kg.path(a, b);
  return [
    kg.el('h2', { text: kg.say('path') }),
    kg.el('div', { class: 'path-ends' }, box('path-from', a, (id) => kg.select({ kind: 'path', a: id, b })), kg.el('span', { text: '→' }), box('path-to', b, (id) => kg.select({ kind: 'path', a, b: id }))),
    b === null ? kg.el('p', { class: 'note', text: kg.say('path.pick') }) : edges === null ? kg.el('p', { class: 'note', text: kg.say('path.none') }) : steps(a, edges),
  ];
};

const steps = (start, edges) => {
  let at = start;
  const items = edges.map((id) => {
    const edge = kg.edges[id];
    at = kg.other(edge, at);
    const lead = kg.el('p', { class: 'step-to' }, kg.mark(kg.nodes[at].kind), ' ', kg.link(at));
    return kg.el('li', {}, kg.fact(kg.edgeWords(edge), edge.evidence, { open: true }), lead);
  });
  return [kg.el('p', { class: 'step-to' }, kg.mark(kg.nodes[start].kind), ' ', kg.link(start)), kg.el('ol', { class: 'steps' }, items),
    kg.button(kg.say('path.show'), () => kg.set({ opened: new Set([...kg.state.opened, ...edges.flatMap((id) => [kg.edges[id].from, kg.edges[id].to])]), focus: null }), { class: 'quiet' })];
};

// ---------------------------------------------------------------- contradictions
kg.conflictNotes = (id) => kg.section(kg.say('conflicts'), (kg.conflictsAt.get(id) || []).map((n) => conflictCard(kg.data.conflicts[n])));
kg.conflictPanel = (n) => [kg.el('h2', { text: kg.say('conflict') }), conflictCard(kg.data.conflicts[n], true)];
kg.conflictsPanel = () => [kg.el('h2', { text: kg.say('conflicts') }), kg.el('p', { class: 'note', text: kg.say('conflicts.about') }), kg.data.conflicts.map((conflict) => conflictCard(conflict, kg.data.conflicts.length < 20))];

const conflictCard = (conflict, open = false) => kg.el('article', { class: 'conflict' },
  kg.el('h3', { text: conflict.label || kg.term('conflict', conflict.kind) }),
  conflict.guess ? kg.el('p', { class: 'note', text: `${kg.say('guess')}${conflict.guess}` }) : null,
  conflict.sides.map((side) => kg.fact(kg.el('span', { text: side.label }), side.evidence, { open })),
  kg.el('p', {}, conflict.nodes.map((id) => [kg.link(id), ' '])));
