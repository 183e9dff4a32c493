// What the panel says of activities, bodies, places, initiatives and articles.
const edgesOf = (id, ...kinds) => kg.touching[id].map((e) => kg.edges[e]).filter((edge) => kinds.includes(edge.kind));

kg.activityPanel = (node) => [
  kg.el('p', { class: 'facts-line' }, kg.el('span', { class: 'chip strong', text: kg.term('type', node.term) }), ' ', kg.dateOf(node),
    node.date && node.date.basis ? kg.el('span', { class: 'note', text: `（${kg.term('basis', node.date.basis)}）` }) : null),
  kg.section(kg.say('stated'), kg.fact(kg.el('span', { text: node.label }), node.evidence, node)),
  kg.section(kg.say('organizers'), linked(node.id, ['organized'])),
  participants(node),
  kg.section(kg.say('sites'), visits(node)),
  kg.section(kg.say('venue'), linked(node.id, ['venue'])),
  kg.section(kg.say('about'), linked(node.id, ['about'])),
  kg.section(kg.say('statements'), (kg.statementsAt.get(node.id) || []).map((statement) => kg.el('div', {}, statement.speaker === null ? null : kg.link(statement.speaker), kg.statementFact(statement)))),
];

const linked = (id, kinds) => edgesOf(id, ...kinds).map((edge) => kg.fact(kg.el('span', { text: kg.nameOf(kg.other(edge, id)) }), edge.evidence, { lead: kg.arrow(kg.other(edge, id)) }));

const visits = (node) => edgesOf(node.id, 'visited').sort((a, b) => (a.order || 99) - (b.order || 99) || a.id - b.id).map((edge, i) =>
  kg.fact([kg.el('span', { class: 'ordinal', text: `${edge.order || i + 1}` }), ' ', kg.nameOf(edge.to)], edge.evidence, { lead: kg.arrow(edge.to) }));

const roleOrder = ['lead', 'preside', 'host', 'guest', 'speak', 'report', 'sign', 'appointed', 'removed', 'accompany', 'attend'];

// Everyone under their weightiest role, in the order in which they are printed.
const participants = (node) => {
  const takes = [...(kg.takesAt.get(node.id) || [])].filter((take) => take.agent !== null).sort((a, b) => (a.order || 999) - (b.order || 999));
  const first = (take) => roleOrder.find((role) => take.roles.includes(role)) || take.roles[0];
  const groups = kg.groupBy(takes, first);
  return roleOrder.filter((role) => groups.has(role)).map((role) => kg.section(kg.term('role', role), groups.get(role).map((take) => kg.fact(
    [kg.el('strong', { text: kg.nameOf(take.agent) }), ' ', kg.el('span', { class: 'at', text: take.capacity.join('、') }), ' ',
      take.roles.filter((other) => other !== role).map((other) => kg.el('span', { class: 'chip', text: kg.term('role', other) }))],
    take.evidence, { ...take, lead: kg.arrow(take.agent) }))));
};

const activitiesOf = (id) => {
  const found = new Map();
  for (const edge of edgesOf(id, 'took', 'organized', 'visited', 'venue', 'about', 'told')) {
    const other = kg.other(edge, id);
    if (kg.nodes[other].kind === 'Activity' && !found.has(other)) found.set(other, edge);
  }
  return [...found].sort((a, b) => kg.byDate(kg.nodes[a[0]], kg.nodes[b[0]]));
};

const activityList = (id) => {
  const list = activitiesOf(id);
  return kg.section(kg.say('activities', { n: list.length }), kg.some(list, ([other, edge]) => kg.fact(
    [kg.el('span', { class: 'when', text: kg.dateOf(kg.nodes[other]) }), ' ', kg.el('span', { class: 'what', text: kg.nameOf(other) }), ' ', kg.el('span', { class: 'chip', text: kg.verb(edge) })],
    edge.evidence, { lead: kg.arrow(other) })));
};

kg.bodyPanel = (node) => [
  kg.section(kg.say('officials'), kg.some(kg.groupTenures(node.id), (tenure) => kg.fact(
    [kg.el('span', { class: 'role', text: tenure.role }), ' ', kg.el('strong', { text: kg.nameOf(tenure.person) }),
      tenure.status === 'current' ? null : kg.el('span', { class: 'chip', text: kg.term('status', tenure.status) }),
      tenure.first ? kg.el('span', { class: 'when', text: kg.say('seen', { days: tenure.first === tenure.last ? kg.day(tenure.first) : `${kg.day(tenure.first)}–${kg.day(tenure.last)}` }) }) : null],
    tenure.evidence, { ...tenure, lead: kg.arrow(tenure.person) }))),
  kg.conflictNotes(node.id),
  kg.section(kg.say('figures'), (kg.figuresOf.get(node.id) || []).map((figure) => kg.fact(
    [kg.el('span', { class: 'at', text: figure.name }), ' ', kg.el('strong', { text: figure.value }), figure.unit], figure.evidence, figure))),
  activityList(node.id),
  kg.section(kg.say('statements'), kg.some(kg.statementsBy.get(node.id) || [], kg.statementFact, 8)),
  kg.section(kg.say('structure'), ['part', 'in', 'within'].flatMap((kind) => edgesOf(node.id, kind)).map((edge) => kg.fact(
    [kg.el('span', { class: 'chip', text: kg.say(edge.from === node.id ? 'above' : 'below') }), ' ', kg.nameOf(kg.other(edge, node.id))], edge.evidence, { lead: kg.arrow(kg.other(edge, node.id)) })).slice(0, 60)),
];

kg.groupTenures = (id) => kg.touching[id].filter((e) => kg.edges[e].kind === 'post').map((e) => kg.data.tenures[kg.edges[e].fact]);

// ---------------------------------------------------------------- articles: the whole text, every stated sentence marked
kg.articlePanel = (node) => {
  const text = kg.el('div', { class: 'reader' });
  const rows = kg.data.evidence.map((row, n) => [...row, n]).filter(([article]) => article === node.id).sort((a, b) => a[1] - b[1] || b[2] - a[2]);
  kg.text(node.id).then((raw) => kg.fill(text, marked(raw, rows, node.start)));
  const people = edgesOf(node.id, 'byline', 'named').map((edge) => kg.other(edge, node.id));
  return [
    kg.el('p', { class: 'facts-line', text: kg.source(node) }),
    kg.section(kg.say('activities', { n: activitiesOf(node.id).length }), activitiesOf(node.id).map(([other]) => kg.el('p', {}, kg.mark('Activity'), ' ', kg.link(other)))),
    kg.section(kg.say('named'), people.length ? kg.el('p', {}, [...new Set(people)].map((id) => [kg.link(id), ' '])) : null),
    kg.section(kg.say('text'), text),
  ];
};

const marked = (raw, rows, origin) => {
  const out = [];
  let at = 0;
  for (const [, start, end] of rows) {
    const [a, b] = [start - origin, end - origin];
    if (a < at) continue;
    out.push(...kg.paragraphs(kg.slice(raw, at, a)), kg.el('mark', { class: 'soft', text: kg.joined(kg.slice(raw, a, b)) }));
    at = b;
  }
  return [...out, ...kg.paragraphs(kg.slice(raw, at))];
};
