// The records of the page, and what is derived from them once.
kg.read = async (id) => {
  const value = JSON.parse(kg.byId(id).textContent);
  return value && value.deflate ? kg.inflate(value.deflate) : value;
};

kg.inflate = async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return JSON.parse(await new Response(stream).text());
};

kg.load = async () => {
  const data = await kg.read('kg-records');
  kg.data = data;
  kg.drawn = await kg.read('kg-network');
  kg.nodes = data.nodes;
  kg.edges = data.edges;
  kg.nodes.forEach((node, id) => { node.id = id; node.degree = node.degree || 0; node.rank = node.rank || 0; });
  kg.edges.forEach((edge, id) => { edge.id = id; });
  kg.touching = kg.nodes.map(() => []);
  for (const edge of kg.edges) { kg.touching[edge.from].push(edge.id); kg.touching[edge.to].push(edge.id); }
  kg.byIri = new Map(kg.nodes.map((node) => [node.iri, node.id]));
  kg.openingSet = new Set(data.opening);
  kg.conflictsAt = kg.groupBy(data.conflicts.flatMap((c, i) => c.nodes.map((n) => [n, i])), (p) => p[0], (p) => p[1]);
  kg.statementsAt = kg.groupBy(data.statements, (s) => s.activity);
  kg.statementsBy = kg.groupBy(data.statements, (s) => s.speaker);
  const when = (statement) => (statement.activity === null ? {} : kg.nodes[statement.activity]);
  for (const list of kg.statementsBy.values()) list.sort((a, b) => kg.byDate(when(a), when(b)) || a.evidence[0] - b.evidence[0]);
  kg.figuresOf = kg.groupBy(data.figures, (f) => f.of);
  kg.takesAt = kg.groupBy(data.takes, (t) => t.activity);
  kg.takesBy = kg.groupBy(data.takes, (t) => t.agent);
};

kg.groupBy = (items, key, value = (item) => item) => {
  const groups = new Map();
  for (const item of items) {
    const k = key(item);
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(value(item));
  }
  return groups;
};

kg.other = (edge, id) => (edge.from === id ? edge.to : edge.from);

// ---- texts: blocks are unpacked when one of their articles is first opened
const texts = new Map();
kg.text = async (article) => {
  const [block, place] = kg.data.texts[article] || [0, 0];
  if (!texts.has(block)) texts.set(block, kg.read(`kg-texts-${block}`));
  return (await texts.get(block))[place] || '';
};

// Offsets count code points of the raw file; JavaScript counts UTF-16 units.
kg.slice = (text, start, end) =>
  (/[\ud800-\udfff]/.test(text) ? Array.from(text).slice(start, end).join('') : text.slice(start, end));

kg.sentence = async (evidence) => {
  const [article, start, end] = kg.data.evidence[evidence];
  const origin = kg.nodes[article].start;
  return kg.slice(await kg.text(article), start - origin, end - origin);
};

// Columns of a printed page break lines inside words: for reading, blanks between Chinese go.
kg.joined = (text) => text.replace(/\s*\n\s*/gu, '').trim();
