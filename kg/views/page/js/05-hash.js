// The view in the address: #n=person/…&view=co&types=Meeting. Nodes go by IRI, so that a link outlives a build.
const codeNode = (id) => kg.nodes[id].iri;
const findNode = (iri) => (kg.byIri.has(iri) ? kg.byIri.get(iri) : null);
const codeNodes = (ids) => [...ids].map(codeNode).join('|');
const findNodes = (text) => new Set(text.split('|').map(findNode).filter((id) => id !== null));

kg.edgeKey = (edge) => {
  const fact = edge.fact === undefined ? '' : (edge.kind === 'post' ? kg.data.tenures : kg.data.takes)[edge.fact].iri;
  return [edge.kind, codeNode(edge.from), codeNode(edge.to), fact].join('|');
};

const writers = {
  node: (s) => ['n', codeNode(s.id)],
  edge: (s) => ['e', kg.edgeKey(kg.edges[s.id])],
  pair: (s) => ['pair', codeNodes([s.a, s.b])],
  path: (s) => ['path', [s.a, s.b].filter((id) => id !== null).map(codeNode).join('|')],
  conflict: (s) => ['conflict', kg.data.conflicts[s.id].iri],
  conflicts: () => ['conflict', 'all'],
  month: (s) => ['month', s.month],
};

kg.writeHash = () => {
  const s = kg.state;
  const plain = kg.fresh();
  const out = [];
  if (s.selected) out.push(writers[s.selected.kind](s.selected));
  for (const name of ['view', 'from', 'to', 'color', 'size', 'tab']) if (s[name] !== plain[name]) out.push([name, s[name]]);
  for (const name of ['off', 'quiet', 'types', 'roles']) {
    const text = [...s[name]].sort().join('.');
    if (text !== [...plain[name]].sort().join('.')) out.push([name, text || '-']);
  }
  if (s.place !== null) out.push(['place', codeNode(s.place)]);
  if (!s.undated) out.push(['undated', '0']);
  if (s.conflicts) out.push(['layer', 'conflicts']);
  if (s.focus !== null) out.push(['focus', codeNode(s.focus)], ['steps', s.steps]);
  for (const name of ['opened', 'shut']) if (s[name].size) out.push([name, codeNodes(s[name])]);
  if (s.pins.size) out.push(['pins', [...s.pins].map(([id, [x, y]]) => `${codeNode(id)}@${Math.round(x)},${Math.round(y)}`).join('|')]);
  if (kg.language !== 'zh') out.push(['lang', kg.language]);
  if (kg.camera) out.push(['at', kg.camera.join(',')]);
  return `#${new URLSearchParams(out.map(([k, v]) => [k, String(v)])).toString()}`;
};

const findEdge = (key) => {
  const [, from] = key.split('|');
  const start = findNode(from);
  if (start === null) return null;
  const id = kg.touching[start].find((e) => kg.edgeKey(kg.edges[e]) === key);
  return id === undefined ? null : { kind: 'edge', id };
};

const readSelected = (q) => {
  if (q.has('n')) { const id = findNode(q.get('n')); return id === null ? null : { kind: 'node', id }; }
  if (q.has('e')) return findEdge(q.get('e'));
  if (q.has('pair') || q.has('path')) {
    const kind = q.has('pair') ? 'pair' : 'path';
    const [a, b] = q.get(kind).split('|').map(findNode);
    if (kind === 'pair' && (a ?? b ?? null) === null) return null;
    return a === undefined || a === null ? null : { kind, a, b: b ?? null };
  }
  if (q.get('conflict') === 'all') return { kind: 'conflicts' };
  if (q.has('conflict')) {
    const id = kg.data.conflicts.findIndex((c) => c.iri === q.get('conflict'));
    return id < 0 ? null : { kind: 'conflict', id };
  }
  return q.has('month') ? { kind: 'month', month: q.get('month') } : null;
};

kg.readHash = () => {
  const q = new URLSearchParams(location.hash.slice(1));
  const s = kg.fresh();
  s.selected = readSelected(q);
  const known = { view: ['all', 'co'], color: ['kind', 'group'], size: ['rank', 'between', 'degree', 'same'], tab: ['graph', 'list'] };
  for (const [name, values] of Object.entries(known)) if (values.includes(q.get(name))) s[name] = q.get(name);
  for (const name of ['from', 'to']) if (/^\d{4}(-\d{2}){0,2}$/.test(q.get(name) || '')) s[name] = q.get(name);
  for (const name of ['off', 'quiet', 'types', 'roles']) {
    if (q.has(name)) s[name] = new Set(q.get(name).split('.').filter((part) => /^\w+$/.test(part)));
  }
  if (q.has('place')) s.place = findNode(q.get('place'));
  s.undated = q.get('undated') !== '0';
  s.conflicts = q.get('layer') === 'conflicts';
  if (q.has('focus')) { s.focus = findNode(q.get('focus')); s.steps = Math.min(4, Math.max(1, Number(q.get('steps')) || 1)); }
  for (const name of ['opened', 'shut']) if (q.has(name)) s[name] = findNodes(q.get(name));
  for (const pin of (q.get('pins') || '').split('|')) {
    const [, iri, x, y] = pin.match(/^(.*)@(-?\d+),(-?\d+)$/) || [];
    if (iri && findNode(iri) !== null) s.pins.set(findNode(iri), [Number(x), Number(y)]);
  }
  kg.language = q.get('lang') === 'en' ? 'en' : 'zh';
  const camera = (q.get('at') || '').split(',').map(Number);
  kg.camera = camera.length === 3 && camera.every(Number.isFinite) ? camera : null;
  return s;
};
