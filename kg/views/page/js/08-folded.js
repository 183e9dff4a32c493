// Views that stand for more than they draw: people together, and activities folded by month.
// Who was where with whom is counted again only when a choice that bears on it changes.
const choices = (s) => JSON.stringify([[...s.types], [...s.roles], s.place, s.from, s.to, s.undated]);
const kept = { pairs: null, months: null };
const once = (name, s, key, make) => {
  if (!kept[name] || kept[name].key !== key) kept[name] = { key, value: make(s) };
  return kept[name].value;
};

kg.pairsOf = (s) => once('pairs', s, choices(s), countPairs);

const countPairs = (s) => {
  const pairs = new Map();
  const present = kg.groupBy(kg.data.takes.filter((take) => take.agent !== null && kg.nodes[take.agent].kind === 'Person'
    && kg.fits(take.activity, s) && (!s.roles.size || take.roles.some((role) => s.roles.has(role)))), (t) => t.activity, (t) => t.agent);
  for (const [activity, agents] of present) {
    const people = [...new Set(agents)].filter((id) => kg.nodes[id].cx !== undefined).sort((a, b) => a - b);
    if (people.length > 60) continue;
    for (let i = 0; i < people.length; i += 1) for (let j = i + 1; j < people.length; j += 1) {
      const key = `${people[i]}-${people[j]}`;
      if (!pairs.has(key)) pairs.set(key, { id: `p${key}`, from: people[i], to: people[j], activities: [] });
      pairs.get(key).activities.push(activity);
    }
  }
  return [...pairs.values()];
};

kg.together = (s) => {
  let pairs = kg.pairsOf(s);
  if (s.focus !== null) {
    const near = new Set([s.focus]);
    for (let step = 0; step < s.steps; step += 1) {
      const now = new Set(near);
      for (const pair of pairs) if (now.has(pair.from) || now.has(pair.to)) { near.add(pair.from); near.add(pair.to); }
    }
    pairs = pairs.filter((pair) => near.has(pair.from) && near.has(pair.to));
  }
  return { nodes: new Set(pairs.flatMap((pair) => [pair.from, pair.to])), edges: new Set(), pairs, months: [], links: [] };
};

// Each person's three closest companions.
kg.closest = (nodes, s) => {
  const pairs = kg.pairsOf(s).filter((pair) => nodes.has(pair.from) && nodes.has(pair.to));
  const of = new Map();
  for (const pair of pairs) for (const id of [pair.from, pair.to]) of.set(id, [...(of.get(id) || []), pair]);
  const chosen = new Set();
  for (const list of of.values()) {
    list.sort((a, b) => b.activities.length - a.activities.length || a.from - b.from || a.to - b.to);
    for (const pair of list.slice(0, 3)) chosen.add(pair);
  }
  return [...chosen];
};

// In the summary, each month stands for its activities; a link for how many of them somebody took part in.
kg.months = (nodes, s) => {
  const counts = new Map();
  const links = new Map();
  for (const node of kg.nodes) {
    if (node.kind !== 'Activity' || !kg.fits(node.id, s)) continue;
    const month = kg.foldOf(node);
    counts.set(month, (counts.get(month) || 0) + 1);
    for (const e of kg.touching[node.id]) {
      const other = kg.other(kg.edges[e], node.id);
      if (!nodes.has(other)) continue;
      const key = `${other}:${month}`;
      links.set(key, (links.get(key) || 0) + 1);
    }
  }
  const months = kg.data.folds.filter((fold) => counts.has(fold.month)).map((fold) => ({ ...fold, count: counts.get(fold.month) }));
  return { months, links: [...links].map(([key, count]) => {
    const [from, month] = key.split(':');
    return { id: `l${key}`, from: Number(from), month, count };
  }) };
};

// The months of whoever is selected, or the people of the selected month.
kg.folds = (nodes, s) => {
  const { months, links } = once('months', s, choices(s) + [...nodes].join(), (now) => kg.months(nodes, now));
  const chosen = s.selected || {};
  const touched = links.filter((link) => (chosen.kind === 'node' && link.from === chosen.id) || (chosen.kind === 'month' && link.month === chosen.month));
  return { months, links: touched, pairs: s.off.has('Person') ? [] : kg.closest(nodes, s) };
};

kg.activitiesIn = (month, s) => kg.nodes.filter((node) => node.kind === 'Activity' && kg.foldOf(node) === month && kg.fits(node.id, s));
