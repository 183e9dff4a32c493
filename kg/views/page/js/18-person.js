// What the panel says of a person: posts over time, activities, whom they met, what they said.
kg.tenuresOf = (id, side) => kg.data.tenures.map((tenure, n) => ({ ...tenure, n })).filter((tenure) => tenure[side] === id);

kg.personPanel = (node) => [
  posts(node), kg.conflictNotes(node.id), activities(node), company(node.id), statements(node.id), named(node.id),
];

const posts = (node) => {
  const held = kg.touching[node.id].filter((e) => kg.edges[e].kind === 'post').map((e) => kg.data.tenures[kg.edges[e].fact])
    .sort((a, b) => ((a.first || '9999') < (b.first || '9999') ? -1 : 1));
  return kg.section(kg.say('posts'), postLine(held), kg.some(held, (tenure) => kg.fact(
    [kg.el('span', { class: 'role', text: tenure.role }), ' ', kg.el('span', { class: 'at', text: kg.nameOf(tenure.org) }), status(tenure), seen(tenure)],
    tenure.evidence, tenure), 10));
};

const status = (tenure) => (tenure.status === 'current' ? null : kg.el('span', { class: 'chip', text: kg.term('status', tenure.status) }));

const seen = (tenure) => {
  const { since, until, first, last } = tenure;
  const text = since || until ? kg.say('held', { from: since ? kg.day(since) : '?', to: until ? kg.day(until) : '' })
    : first ? kg.say('seen', { days: first === last ? kg.day(first) : `${kg.day(first)}–${kg.day(last)}` }) : '';
  return text ? kg.el('span', { class: 'when', text }) : null;
};

// A line a post: where it is seen in print, and from when to when it was held, where that is told.
const postLine = (held) => {
  const days = held.flatMap((t) => [t.since, t.until, t.first, t.last]).filter(Boolean).map(Date.parse).filter(Number.isFinite);
  if (!days.length) return null;
  const pad = Math.max((Math.max(...days) - Math.min(...days)) * 0.04, 864e5);
  const [low, high] = [Math.min(...days) - pad, Math.max(...days) + pad];
  const at = (day) => 8 + (344 * (Date.parse(day) - low)) / (high - low);
  const rows = held.filter((t) => t.first || t.since || t.until).slice(0, 24);
  const svg = kg.svg('svg', { class: 'post-line', viewBox: `0 0 360 ${rows.length * 18 + 20}`, role: 'img', 'aria-label': kg.say('posts.line') });
  rows.forEach((t, i) => {
    const y = 14 + i * 18;
    const [a, b] = [t.since || t.first || t.until, t.until || t.last || t.since];
    svg.append(kg.svg('line', { class: 'span', x1: at(a), x2: Math.max(at(b), at(a) + 0.1), y1: y, y2: y }),
      ...[a, b].map((day) => kg.svg('circle', { class: 'seen', cx: at(day), cy: y, r: 3.5 })),
      rowName(at(a), at(b), y, kg.short(t.role, 12)));
  });
  const unit = high - low < 200 * 864e5 ? 10 : 7; // days, or months
  const [first, last] = [Math.min(...days), Math.max(...days)].map((day) => new Date(day).toISOString().slice(0, unit));
  const ends = first === last ? [first] : [first, last];
  svg.append(...ends.map((day, i) => kg.svg('text', { class: 'axis', x: i ? 352 : 8, y: rows.length * 18 + 16, 'text-anchor': i ? 'end' : 'start', text: kg.day(day) })));
  return svg;
};

// Beside the line, where there is room; else upon it.
const rowName = (a, b, y, text) => {
  const breadth = Array.from(text).length * 11 + 10;
  if (b + breadth < 360) return kg.svg('text', { x: b + 8, y: y + 4, text });
  if (a - breadth > 0) return kg.svg('text', { x: a - 8, y: y + 4, 'text-anchor': 'end', text });
  return kg.svg('text', { x: a + 8, y: y - 4, text });
};

const activities = (node) => {
  const takes = (kg.takesBy.get(node.id) || []).map((take) => ({ take, activity: kg.nodes[take.activity] })).sort((a, b) => kg.byDate(a.activity, b.activity));
  return kg.section(kg.say('activities', { n: takes.length }), kg.some(takes, ({ take, activity }) => kg.fact(
    [kg.el('span', { class: 'when', text: kg.dateOf(activity) }), ' ', kg.el('span', { class: 'what', text: activity.label }), ' ', kg.roleChips(take)],
    take.evidence, { ...take, lead: kg.arrow(activity.id) })));
};

kg.roleChips = (take) => take.roles.map((role) => kg.el('span', { class: 'chip', text: kg.term('role', role) }));

kg.arrow = (id) => kg.el('button', { type: 'button', class: 'arrow', 'aria-label': kg.say('open', { name: kg.nameOf(id) }), on: { click: () => kg.goTo(id) } }, kg.mark(kg.nodes[id].kind));

kg.metWith = (id) => {
  const met = new Map();
  for (const take of kg.takesBy.get(id) || []) {
    const others = new Set((kg.takesAt.get(take.activity) || []).map((other) => other.agent));
    if (others.size > 200) continue;
    for (const other of others) if (other !== null && other !== id && kg.nodes[other].kind === 'Person') met.set(other, (met.get(other) || 0) + 1);
  }
  return [...met].sort((a, b) => b[1] - a[1] || kg.nodes[b[0]].rank - kg.nodes[a[0]].rank || a[0] - b[0]);
};

const company = (id) => kg.section(kg.say('met'), kg.el('ul', { class: 'people' }, kg.some(kg.metWith(id), ([other, count]) =>
  kg.el('li', {}, kg.link(other), kg.el('button', { type: 'button', class: 'count-link', text: kg.say('times', { n: count }), 'aria-label': kg.say('together.open', { name: kg.nameOf(other), n: count }), on: { click: () => kg.select({ kind: 'pair', a: Math.min(id, other), b: Math.max(id, other) }) } })))));

const statements = (id) => kg.section(kg.say('statements'), kg.some(kg.statementsBy.get(id) || [], kg.statementFact, 8));

kg.statementFact = (statement) => kg.fact(
  [kg.el('span', { class: 'act', text: statement.act }), ' ', kg.el('q', { text: statement.text })], statement.evidence, statement);

const named = (id) => {
  const edges = kg.touching[id].map((e) => kg.edges[e]).filter((edge) => ['byline', 'named'].includes(edge.kind));
  return kg.section(kg.say('named'), kg.some(edges, (edge) => kg.fact(
    [kg.el('span', { class: 'chip', text: kg.term('edge', edge.kind) }), ' ', kg.nameOf(kg.other(edge, id))], edge.evidence, { lead: kg.arrow(kg.other(edge, id)) })));
};
