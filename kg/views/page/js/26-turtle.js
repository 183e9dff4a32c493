// Turtle of the selection, or of what is drawn: triples of the graph itself, none made up here.
const prefixes = {
  dcterms: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', kgo: 'https://kg.example/ontology#', oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#', prov: 'http://www.w3.org/ns/prov#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#', schema: 'https://schema.org/', skos: 'http://www.w3.org/2004/02/skos/core#', xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const iri = (tail) => `<${/^[a-z][a-z0-9+.-]*:\/\//i.test(tail) ? tail : kg.data.meta.base + tail}>`;
const escapes = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const text = (value) => `"${String(value).replace(/["\\\n\r\t]/g, (c) => escapes[c])}"`;
const hans = (value) => `${text(value)}@zh-Hans`;
const typed = (value, type) => `${text(value)}^^xsd:${type}`;
const of = (id) => iri(kg.nodes[id].iri);
const sentenceIri = (number) => {
  const [article, start, end] = kg.data.evidence[number];
  return iri(kg.nodes[article].iri.replace(/article\/(.*)$/, `evidence/$1-${start}-${end}`));
};

const classes = { Person: 'kgo:Person', Organization: 'kgo:Organization', Activity: 'kgo:Activity', Site: 'kgo:Site', Division: 'kgo:AdminDivision', Initiative: 'kgo:Initiative', Article: 'kgo:Article' };
const plainEdges = { organized: 'kgo:organizer', visited: 'kgo:visited', venue: 'kgo:venue', about: 'kgo:about', part: 'org:subOrganizationOf', in: 'dcterms:spatial', within: 'dcterms:isPartOf', byline: 'kgo:byline' };

const write = (out, subject, pairs) => {
  const kept = pairs.filter(([, value]) => value !== null && value !== undefined);
  if (kept.length) out.push(`${subject}\n  ${kept.map(([p, v]) => `${p} ${v}`).join(' ;\n  ')} .\n`);
};

const proof = (fact, used) => {
  for (const number of fact.evidence) used.add(number);
  return [...fact.evidence.map((number) => ['kgo:evidence', sentenceIri(number)]), ...(fact.rules || []).map((rule) => ['kgo:rule', text(rule)])];
};

const nodeTriples = (node, used) => {
  const pairs = [['a', classes[node.kind]], ['rdfs:label', hans(node.label)], ...(node.aliases || []).map((alias) => ['skos:altLabel', hans(alias)])];
  if (node.kind === 'Person') pairs.push(['foaf:name', text(node.label)]);
  if (node.kind === 'Organization' && node.term) pairs.push(['org:classification', `kgo:${node.term}`]);
  if (node.kind === 'Initiative' && node.term) pairs.push(['kgo:initiativeKind', text(node.term)]);
  if (node.gbCode) pairs.push(['kgo:gbCode', text(node.gbCode)]);
  if (node.kind === 'Article') pairs.push(['schema:headline', text(node.headline ?? node.label)], ['kgo:sourceFile', text(node.file)], ['kgo:sha256', text(node.sha256)], ['schema:datePublished', node.published ? typed(node.published, 'date') : null]);
  if (node.kind === 'Activity') pairs.push(['kgo:activityType', `kgo:${node.term}`], ...dates(node.date || {}), ...proof(node, used));
  return pairs;
};

const dates = (d) => [['kgo:dateText', d.text && text(d.text)], ['kgo:edtf', d.edtf && text(d.edtf)], ['kgo:edtfEnd', d.end && text(d.end)], ['kgo:dayPart', d.part && text(d.part)],
  ['kgo:dateBasis', d.basis && text(d.basis)], ['kgo:earliest', d.from && typed(d.from, 'date')], ['kgo:latest', d.to && typed(d.to, 'date')]].map(([p, v]) => [p, v || null]);

const factTriples = (edge, out, used) => {
  if (edge.kind === 'took') {
    const take = kg.data.takes[edge.fact];
    write(out, of(take.activity), [['kgo:participation', iri(take.iri)]]);
    write(out, iri(take.iri), [['a', 'kgo:Participation'], ['prov:agent', of(take.agent)], ...take.roles.map((role) => ['prov:hadRole', `kgo:${role}`]), ['kgo:order', take.order === undefined ? null : typed(take.order, 'nonNegativeInteger')], ...proof(take, used)]);
  } else if (edge.kind === 'post') {
    const t = kg.data.tenures[edge.fact];
    write(out, iri(t.iri), [['a', 'kgo:Tenure'], ['org:member', of(t.person)], ['kgo:post', iri(t.post)], ['org:organization', of(t.org)], ['kgo:status', text(t.status)],
      ['kgo:firstSeen', t.first ? typed(t.first, 'date') : null], ['kgo:lastSeen', t.last ? typed(t.last, 'date') : null], ...proof(t, used)]);
  } else if (plainEdges[edge.kind]) {
    write(out, of(edge.from), [[plainEdges[edge.kind], of(edge.to)]]);
    for (const number of edge.evidence) used.add(number);
  }
};

const statementTriples = (statement, out, used) => write(out, iri(statement.iri), [['a', 'kgo:Statement'], ['kgo:speaker', of(statement.speaker)], ['kgo:speechAct', text(statement.act)], ['schema:text', text(statement.text)],
  ...statement.addressees.map((id) => ['kgo:addressee', of(id)]), ['kgo:duringActivity', statement.activity === null ? null : of(statement.activity)], ...proof(statement, used)]);

// What is meant: the node with its surroundings, the edge with its ends, else all that is drawn.
const meant = () => {
  const s = kg.state.selected;
  if (s && s.kind === 'node') return { edges: new Set(kg.touching[s.id]), nodes: new Set([s.id]) };
  if (s && s.kind === 'edge') return { edges: new Set([s.id]), nodes: new Set() };
  if (s && s.kind === 'path' && s.b !== null) return { edges: new Set(kg.path(s.a, s.b) || []), nodes: new Set([s.a]) };
  if (s && s.kind === 'pair') return { edges: new Set(kg.touching[s.a].filter((e) => kg.touching[kg.other(kg.edges[e], s.a)].some((f) => kg.other(kg.edges[f], kg.other(kg.edges[e], s.a)) === s.b))), nodes: new Set([s.a, s.b]) };
  return { edges: new Set(kg.scene.visible.edges), nodes: new Set(kg.scene.visible.nodes) };
};

kg.turtle = async () => {
  const { nodes, edges } = meant();
  const [out, used, core] = [[], new Set(), new Set(nodes)];
  for (const e of edges) { nodes.add(kg.edges[e].from); nodes.add(kg.edges[e].to); }
  for (const e of [...edges].sort((a, b) => a - b)) factTriples(kg.edges[e], out, used);
  for (const statement of kg.data.statements) if (statement.speaker !== null && core.has(statement.speaker)) { statementTriples(statement, out, used); for (const id of [...statement.addressees, statement.activity]) if (id !== null) nodes.add(id); }
  for (const id of [...nodes].sort((a, b) => a - b)) if (kg.nodes[id].kind !== 'Article') write(out, of(id), nodeTriples(kg.nodes[id], used));
  const articles = new Set([...nodes].filter((id) => kg.nodes[id].kind === 'Article'));
  for (const number of [...used].sort((a, b) => a - b)) {
    const [article, start, end] = kg.data.evidence[number];
    articles.add(article);
    const exact = (await kg.sentence(number)).split(/[\s\u001c-\u001f\u0085]+/u).join('');
    write(out, sentenceIri(number), [['a', 'kgo:Evidence'], ['oa:hasSource', of(article)], ['oa:start', typed(start, 'nonNegativeInteger')], ['oa:end', typed(end, 'nonNegativeInteger')], ['oa:exact', text(exact)]]);
  }
  for (const id of [...articles].sort((a, b) => a - b)) write(out, of(id), nodeTriples(kg.nodes[id], used));
  return `${Object.entries(prefixes).map(([name, value]) => `@prefix ${name}: <${value}> .`).join('\n')}\n\n${out.join('\n')}`;
};
