// Which nodes and edges the choices of the reader leave.
const dateFits = (node, s) => {
  const { from = '', to = '' } = node.date || {};
  if (!from || !to) return s.undated;
  return (!s.from || to.slice(0, s.from.length) >= s.from) && (!s.to || from.slice(0, s.to.length) <= s.to);
};

kg.placesOf = (id, seen = new Set()) => {
  for (const place of kg.nodes[id].places || []) if (!seen.has(place)) { seen.add(place); kg.placesOf(place, seen); }
  return seen;
};

// The places of an activity: of its sites, of the bodies in it, and places that act or are visited themselves.
let placesOfActivity = null;
kg.activityPlaces = (id) => {
  if (!placesOfActivity) placesOfActivity = new Map();
  if (!placesOfActivity.has(id)) {
    const places = new Set();
    for (const e of kg.touching[id]) {
      const other = kg.other(kg.edges[e], id);
      if (kg.nodes[other].kind === 'Division') places.add(other);
      if (kg.nodes[other].kind !== 'Person') kg.placesOf(other, places);
    }
    placesOfActivity.set(id, places);
  }
  return placesOfActivity.get(id);
};

const roleFits = (edge, s) => edge.kind !== 'took' || !s.roles.size || kg.data.takes[edge.fact].roles.some((role) => s.roles.has(role));

kg.activityFits = (node, s) =>
  (!s.types.size || s.types.has(node.term)) && dateFits(node, s)
  && (s.place === null || kg.activityPlaces(node.id).has(s.place))
  && (!s.roles.size || kg.touching[node.id].some((e) => kg.edges[e].kind === 'took' && roleFits(kg.edges[e], s)));

const memo = new Map();
let memoOf = null;
const fits = (id, s) => {
  if (memoOf !== s) { memo.clear(); memoOf = s; }
  if (!memo.has(id)) memo.set(id, kg.nodes[id].kind !== 'Activity' || Boolean(kg.activityFits(kg.nodes[id], s)));
  return memo.get(id);
};
kg.fits = fits;

const candidates = (s) => {
  const shown = (id) => !s.off.has(kg.nodes[id].kind) && fits(id, s);
  if (s.focus !== null) {
    const around = kg.around(s.focus, s.steps, (edge, other) => shown(other) && !s.quiet.has(edge.kind) && roleFits(edge, s));
    return withOpened(around, s);
  }
  const base = kg.data.meta.summary ? kg.data.opening : kg.nodes.map((node) => node.id);
  return withOpened(new Set(base.filter(shown)), s);
};

const withOpened = (set, s) => {
  for (const id of s.opened) for (const other of [id, ...kg.neighbours(id, s)]) set.add(other);
  return set;
};

// The neighbours that opening a node brings in: the most important ones, those told to be hidden too.
kg.neighbours = (id, s, limit = 60) => {
  const found = new Set(kg.touching[id].filter((e) => roleFits(kg.edges[e], s)).map((e) => kg.other(kg.edges[e], id)));
  return [...found].filter((other) => fits(other, s)).sort((a, b) => kg.nodes[b].rank - kg.nodes[a].rank || a - b).slice(0, limit);
};

const dropLeaves = (nodes, edges, s) => {
  for (const id of s.shut) {
    const leaves = kg.touching[id].map((e) => kg.other(kg.edges[e], id)).filter((other) => nodes.has(other)
      && kg.touching[other].every((e) => !edges.has(e) || kg.other(kg.edges[e], other) === id));
    for (const leaf of leaves) nodes.delete(leaf);
  }
};

// Activities that fit, with whoever is linked to them; used when the reader narrows by activity.
const onlyAround = (nodes, edges, s) => {
  const near = new Set(s.opened);
  for (const e of edges) {
    const { from, to } = kg.edges[e];
    if (kg.nodes[from].kind === 'Activity' || kg.nodes[to].kind === 'Activity') { near.add(from); near.add(to); }
  }
  if (kg.data.meta.summary && s.focus === null) for (const id of nodes) {
    if (kg.touching[id].some((e) => kg.nodes[kg.other(kg.edges[e], id)].kind === 'Activity' && fits(kg.other(kg.edges[e], id), s))) near.add(id);
  }
  for (const id of nodes) if (!near.has(id)) nodes.delete(id);
};

const edgesAmong = (nodes, s) => {
  const edges = new Set();
  for (const id of nodes) for (const e of kg.touching[id]) {
    const edge = kg.edges[e];
    const open = s.opened.has(edge.from) || s.opened.has(edge.to);
    if (nodes.has(edge.from) && nodes.has(edge.to) && (open || !s.quiet.has(edge.kind)) && roleFits(edge, s)) edges.add(e);
  }
  return edges;
};

kg.visible = (s) => {
  if (s.view === 'co') return kg.together(s);
  const nodes = candidates(s);
  let edges = edgesAmong(nodes, s);
  if (kg.narrowed(s)) onlyAround(nodes, edges, s);
  dropLeaves(nodes, edges, s);
  edges = edgesAmong(nodes, s);
  const folds = kg.data.meta.summary && s.focus === null && !s.off.has('Activity') ? kg.folds(nodes, s) : { months: [], links: [], pairs: [] };
  const keep = new Set([...s.opened, s.focus, s.selected && s.selected.kind === 'node' ? s.selected.id : null]);
  for (const e of edges) { keep.add(kg.edges[e].from); keep.add(kg.edges[e].to); }
  if (folds.months.length && !kg.narrowed(s)) for (const id of kg.openingSet) keep.add(id);
  for (const pair of folds.pairs) { keep.add(pair.from); keep.add(pair.to); }
  for (const id of nodes) if (!keep.has(id)) nodes.delete(id);
  if (s.selected && s.selected.kind === 'node' && nodes.size) nodes.add(s.selected.id);
  return { nodes, edges, ...folds };
};
