// Views that stand for more than they draw: people together, and activities folded by month.
kg.pairsOf = (s) => {
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

// In the summary, each month stands for its activities; a link for how many of them somebody took part in.
kg.months = (nodes, s) => {
  const counts = new Map();
  const links = new Map();
  for (const node of kg.nodes) {
    if (node.kind !== 'Activity' || !kg.fits(node.id, s)) continue;
    const month = kg.monthOf(node);
    counts.set(month, (counts.get(month) || 0) + 1);
    for (const e of kg.touching[node.id]) {
      const other = kg.other(kg.edges[e], node.id);
      if (!nodes.has(other)) continue;
      const key = `${other}:${month}`;
      links.set(key, (links.get(key) || 0) + 1);
    }
  }
  const months = kg.data.folds.filter((fold) => counts.has(fold.month)).map((fold) => ({ ...fold, count: counts.get(fold.month) }));
  const found = [...links].map(([key, count]) => {
    const [from, month] = key.split(':');
    return { id: `l${key}`, from: Number(from), month, count };
  });
  return { months, links: busiest(found) };
};

// A person's three busiest months keep the drawing legible; the panel has all.
const busiest = (links) => {
  const kept = [];
  for (const group of kg.groupBy(links, (link) => link.from).values()) {
    kept.push(...group.sort((a, b) => b.count - a.count || (a.month < b.month ? -1 : 1)).slice(0, 3));
  }
  return kept;
};

kg.activitiesIn = (month, s) => kg.nodes.filter((node) => node.kind === 'Activity' && kg.monthOf(node) === month && kg.fits(node.id, s));
