// The front page: who matters, who works with whom, what happened last, what does not agree.
const top = (kind, count) => kg.nodes.filter((node) => node.kind === kind && node.degree).sort((a, b) => b.rank - a.rank || a.id - b.id).slice(0, count);

kg.frontPage = () => [
  kg.el('p', { class: 'kicker', text: kg.say('front.kicker') }),
  kg.el('h2', { text: kg.say('front.title') }),
  kg.el('p', { class: 'lede', text: lede() }),
  kg.data.meta.extent ? kg.el('p', { class: 'extent', text: extent(kg.data.meta.extent) }) : null,
  kg.section(kg.say('front.people'), kg.el('ol', { class: 'ranking' }, top('Person', 8).map(ranked))),
  kg.data.conflicts.length ? kg.el('p', { class: 'notice' }, kg.button(kg.say('front.conflicts', { n: kg.data.conflicts.length }), () => kg.set({ conflicts: true, selected: { kind: 'conflicts' } }), { id: 'see-conflicts' })) : null,
  kg.section(kg.say('front.pairs'), kg.el('ul', { class: 'people' }, pairs().map((pair) => kg.el('li', {}, kg.link(pair.from), ' — ', kg.link(pair.to),
    kg.button(kg.say('times', { n: pair.activities.length }), () => kg.select({ kind: 'pair', a: pair.from, b: pair.to }), { class: 'count-link' }))))),
  kg.section(kg.say('front.latest'), latest()),
  kg.section(kg.say('front.bodies'), kg.el('ol', { class: 'ranking' }, top('Organization', 6).map(ranked))),
];

const lede = () => {
  const count = (kind) => kg.count(kg.nodes.reduce((n, node) => n + (node.kind === kind), 0));
  return kg.say('front.lede', { articles: count('Article'), people: count('Person'), bodies: count('Organization'), activities: count('Activity'), sentences: kg.count(kg.data.evidence.length) });
};

const extent = ({ whole, people }) => kg.say('front.extent', { n: kg.count(whole), all: kg.count(people) });

// The post that the papers name most often, one held before one given up.
const mainPost = (node) => {
  const weight = (edge) => { const tenure = kg.data.tenures[edge.fact]; return tenure.evidence.length * (tenure.status === 'former' ? 0.01 : 1); };
  const posts = node.kind === 'Person' ? kg.touching[node.id].map((e) => kg.edges[e]).filter((edge) => edge.kind === 'post') : [];
  return posts.reduce((best, edge) => (best && weight(best) >= weight(edge) ? best : edge), undefined);
};

const ranked = (node) => {
  const post = mainPost(node);
  const title = post ? kg.nameOf(post.to) + kg.data.tenures[post.fact].role : '';
  const share = node.rank / 10;
  return kg.el('li', {}, kg.link(node.id), kg.el('span', { class: 'at', text: title || kg.say('links', { n: node.degree }) }),
    kg.svg('svg', { class: 'weight', viewBox: '0 0 100 3', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, kg.svg('rect', { width: share, height: 3, fill: kg.kindColor(node.kind) })));
};

let best = null;
const pairs = () => {
  best ??= kg.pairsOf(kg.fresh()).sort((a, b) => b.activities.length - a.activities.length || kg.nodes[b.from].rank + kg.nodes[b.to].rank - kg.nodes[a.from].rank - kg.nodes[a.to].rank).slice(0, 5);
  return best;
};

const latest = () => kg.nodes.filter((node) => node.kind === 'Activity').sort(kg.byDate).slice(0, 6).map((node) => kg.fact(
  [kg.el('span', { class: 'when', text: kg.dateOf(node) }), ' ', kg.el('span', { class: 'what', text: node.label })], node.evidence, { ...node, lead: kg.arrow(node.id) }));

kg.drawDateline = () => {
  const papers = [...new Set(kg.nodes.map((node) => node.paper).filter(Boolean))];
  const days = kg.nodes.filter((node) => node.kind === 'Activity' && node.date && node.date.from).map((node) => node.date.from).sort();
  const span = days.length ? [kg.day(days[0].slice(0, 7)), kg.day(days.at(-1).slice(0, 7))] : [];
  kg.byId('dateline').textContent = [papers.slice(0, 2).join('、'), [...new Set(span)].join(' – '), kg.say('articles', { n: kg.count(kg.nodes.reduce((n, node) => n + (node.kind === 'Article'), 0)) })].filter(Boolean).join(' · ');
};
