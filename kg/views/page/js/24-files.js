// Files to take away. A blob and a link: nothing leaves the machine.
kg.save = (name, type, content) => {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = kg.el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
};

// The drawing at twice the size of the screen, on the colour of the page.
kg.savePng = async () => {
  const drawn = kg.byId('canvas').querySelector('canvas');
  const copy = kg.el('canvas');
  copy.width = drawn.width;
  copy.height = drawn.height;
  const ctx = copy.getContext('2d');
  ctx.fillStyle = kg.ink('paper');
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  kg.save('graph.png', 'image/png', await new Promise((done) => { copy.toBlob(done, 'image/png'); }));
};

// RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8; formulas are disarmed.
const field = (value) => {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
kg.csv = (rows) => `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

kg.nodesCsv = () => kg.csv([['iri', 'kind', 'name', 'aliases', 'links', 'importance', 'type', 'date', 'earliest', 'latest'],
  ...[...kg.scene.visible.nodes].sort((a, b) => a - b).map((id) => kg.nodes[id]).map((node) => [kg.data.meta.base + node.iri, node.kind, node.label, (node.aliases || []).join('; '), node.degree, node.rank,
    node.term || '', (node.date && node.date.edtf) || node.published || '', (node.date && node.date.from) || '', (node.date && node.date.to) || ''])]);

kg.edgesCsv = async () => {
  const rows = [['from', 'from_iri', 'relation', 'to', 'to_iri', 'weight', 'sentence', 'headline', 'paper', 'published', 'file', 'start', 'end']];
  const ends = (edge) => [kg.nameOf(edge.from), kg.data.meta.base + kg.nodes[edge.from].iri, null, kg.nameOf(edge.to), kg.data.meta.base + kg.nodes[edge.to].iri];
  for (const id of [...kg.scene.visible.edges].sort((a, b) => a - b)) {
    const edge = kg.edges[id];
    const row = ends(edge);
    row[2] = kg.verb(edge);
    rows.push([...row, 1, ...await cited(edge.evidence[0])]);
  }
  for (const pair of kg.scene.visible.pairs) {
    const row = ends(pair);
    row[2] = kg.say('view.co');
    rows.push([...row, pair.activities.length, ...await cited(kg.nodes[pair.activities[0]].evidence[0])]);
  }
  return kg.csv(rows);
};

const cited = async (evidence) => {
  if (evidence === undefined) return ['', '', '', '', '', '', ''];
  const [article, start, end] = kg.data.evidence[evidence];
  const node = kg.nodes[article];
  return [kg.joined(await kg.sentence(evidence)), node.label, node.paper, node.published, node.file, start, end];
};
