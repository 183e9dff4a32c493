// The legend is the filter: kinds and relations with counts, activity types, roles, places, colour and size.
const check = (label, on, count, act, sign = null, key = label) => {
  const input = kg.el('input', { type: 'checkbox', 'data-key': key, on: { change: act } });
  input.checked = on;
  return kg.el('label', { class: 'choice' }, input, sign, kg.el('span', { class: 'name', text: label }),
    count === null ? null : kg.el('span', { class: 'count', text: kg.count(count) }));
};

const group = (title, ...children) => kg.el('fieldset', {}, kg.el('legend', { text: title }), ...children);

let counts = null;
const counted = () => {
  if (counts) return counts;
  const tally = (items) => items.reduce((map, key) => map.set(key, (map.get(key) || 0) + 1), new Map());
  const activities = kg.nodes.filter((node) => node.kind === 'Activity');
  counts = {
    kinds: tally(kg.nodes.map((node) => node.kind)),
    types: tally(activities.map((node) => node.term)),
    roles: tally(kg.data.takes.flatMap((take) => take.roles)),
    edges: tally(kg.edges.map((edge) => edge.kind)),
    places: tally(activities.flatMap((node) => [...kg.activityPlaces(node.id)])),
  };
  return counts;
};

const sorted = (map) => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

const kinds = (s) => group(kg.say('legend.kinds'), ['Person', 'Organization', 'Activity', 'Site', 'Division', 'Initiative', 'Article']
  .filter((kind) => counted().kinds.has(kind))
  .map((kind) => check(kg.term('kind', kind), !s.off.has(kind), counted().kinds.get(kind), () => kg.set({ off: kg.toggled(kg.state.off, kind) }), kg.mark(kind), `kind:${kind}`)));

const relations = (s) => kg.el('details', { class: 'more' }, kg.el('summary', { text: kg.say('legend.edges') }),
  group(kg.say('legend.edges'), sorted(counted().edges).map(([kind, count]) =>
    check(kg.term('edge', kind), !s.quiet.has(kind), count, () => kg.set({ quiet: kg.toggled(kg.state.quiet, kind) }), line(kind), `edge:${kind}`))));

const line = (kind) => kg.svg('svg', { class: 'mark', viewBox: '0 0 12 12', 'aria-hidden': 'true' },
  kg.svg('line', { x1: 0, x2: 12, y1: 6, y2: 6, stroke: kg.edgeColor(kind), 'stroke-width': 2.5, 'stroke-dasharray': kg.dashOf(kind) ? '3 2' : 'none' }));

// None chosen means all; choosing one narrows to it.
const narrowing = (name, title, groupName) => (s) => group(title(), sorted(counted()[name]).map(([term, count]) =>
  check(kg.term(groupName, term), s[name].has(term), count, () => kg.set({ [name]: kg.toggled(kg.state[name], term) }), null, `${groupName}:${term}`)));
const types = narrowing('types', () => kg.say('legend.types'), 'type');
const roles = narrowing('roles', () => kg.say('legend.roles'), 'role');

const places = (s) => {
  const found = sorted(counted().places);
  if (!found.length) return null;
  const select = kg.el('select', { id: 'place', 'aria-label': kg.say('legend.place'), on: { change: (event) => kg.set({ place: event.target.value ? kg.byIri.get(event.target.value) : null }) } },
    kg.el('option', { value: '', text: kg.say('place.all') }),
    found.map(([id, count]) => kg.el('option', { value: kg.nodes[id].iri, text: `${kg.nameOf(id)} (${count})` })));
  select.value = s.place === null ? '' : kg.nodes[s.place].iri;
  return group(kg.say('legend.place'), select);
};

const choose = (name, title, values, s) => {
  const select = kg.el('select', { id: name, 'aria-label': title, on: { change: (event) => kg.set({ [name]: event.target.value }) } },
    values.map((value) => kg.el('option', { value, text: kg.say(`${name}.${value}`) })));
  select.value = s[name];
  return kg.el('label', { class: 'pick' }, kg.el('span', { text: title }), select);
};

const layers = (s) => group(kg.say('legend.layers'),
  kg.data.conflicts.length ? check(kg.say('conflicts'), s.conflicts, kg.data.conflicts.length, () => kg.set({ conflicts: !kg.state.conflicts, ...(kg.state.conflicts ? {} : { selected: { kind: 'conflicts' } }) }), clash(), 'layer:conflicts') : null,
  choose('color', kg.say('legend.color'), ['kind', 'group'], s),
  choose('size', kg.say('legend.size'), ['rank', ...(kg.nodes.some((node) => node.between) ? ['between'] : []), 'degree', 'same'], s));

const clash = () => kg.svg('svg', { class: 'mark', viewBox: '0 0 12 12', 'aria-hidden': 'true' },
  kg.svg('line', { x1: 0, x2: 12, y1: 6, y2: 6, stroke: kg.ink('conflict'), 'stroke-width': 2.5, 'stroke-dasharray': '4 2' }));

const hood = (s) => {
  if (s.focus === null) return null;
  const range = kg.el('input', { type: 'range', id: 'steps', min: 1, max: 4, step: 1, 'aria-label': kg.say('steps'), on: { input: (event) => kg.set({ steps: Number(event.target.value) }) } });
  range.value = s.steps;
  return group(kg.say('legend.focus'), kg.el('p', { class: 'focus-name', text: kg.say('focus.on', { name: kg.nameOf(s.focus), n: s.steps }) }), range,
    kg.button(kg.say('focus.off'), () => kg.set({ focus: null }), { id: 'focus-off' }));
};

kg.drawLegend = () => {
  const s = kg.state;
  const box = kg.byId('filters');
  const focused = document.activeElement && box.contains(document.activeElement) ? document.activeElement : null;
  const key = focused && (focused.dataset.key || focused.id);
  const open = [...box.querySelectorAll('details')].map((d) => d.open);
  kg.fill(box, hood(s), kinds(s), relations(s), layers(s), types(s), places(s), roles(s),
    kg.button(kg.say('reset'), () => kg.reset(), { id: 'reset', class: 'quiet' }));
  box.querySelectorAll('details').forEach((d, i) => { d.open = Boolean(open[i]); });
  if (key) (box.querySelector(`[data-key="${CSS.escape(key)}"]`) || box.querySelector(`#${CSS.escape(key)}`) || box).focus();
};

kg.reset = () => kg.set({ ...kg.fresh(), selected: kg.state.selected, view: kg.state.view, tab: kg.state.tab });
