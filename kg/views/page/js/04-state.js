// What the reader has chosen. Everything on the page follows from it, and the address bar holds it.
kg.fresh = () => ({
  view: 'all',
  selected: null, // {kind: node|edge|pair|path|conflict|conflicts|month, …}
  off: new Set(kg.data.meta.closed), // kinds of nodes not shown
  quiet: new Set(['in', 'within']), // kinds of edges not shown
  types: new Set(), // of activities; none: all
  roles: new Set(),
  place: null,
  from: '',
  to: '',
  undated: true,
  conflicts: false,
  color: 'kind',
  size: 'rank',
  focus: null,
  steps: 1,
  opened: new Set(),
  shut: new Set(),
  pins: new Map(),
  tab: 'graph',
});

const listeners = [];
kg.onChange = (act) => listeners.push(act);

kg.set = (patch) => {
  const before = kg.state;
  kg.state = { ...before, ...patch };
  const changed = new Set(Object.keys(patch));
  for (const act of listeners) act(changed, before);
};

kg.toggled = (set, value) => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

kg.select = (selected) => kg.set({ selected });
kg.selectNode = (id) => kg.select({ kind: 'node', id });

kg.narrowed = (s) => s.types.size || s.roles.size || s.place !== null || s.from || s.to || !s.undated;
