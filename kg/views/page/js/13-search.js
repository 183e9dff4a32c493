// Finds nodes by name, alias, pinyin and initials. Every record is searched, drawn or not.
let entries = null;

const entryOf = (node) => {
  const names = [node.label, ...(node.aliases || [])].map((name) => name.toLowerCase());
  const keys = (node.pinyin || '').split('|').filter(Boolean).map((key) => {
    const syllables = key.split(' ');
    return { syllables, joined: syllables.join(''), initials: syllables.map((part) => part[0]).join('') };
  });
  return { id: node.id, names, keys, weight: node.rank + (node.kind === 'Person' ? 400 : node.kind === 'Article' ? -300 : 0) };
};

kg.prepareSearch = () => { entries ??= kg.nodes.map(entryOf); };

// How well an entry answers: 0 not at all, higher is better.
const score = (entry, query, latin) => {
  let best = 0;
  entry.names.forEach((name, i) => {
    const at = name.indexOf(query);
    if (at >= 0) best = Math.max(best, name === query ? 100 - i : at === 0 ? 80 - i / 100 : 60);
  });
  if (latin) for (const key of entry.keys) best = Math.max(best, scorePinyin(key, latin));
  return best;
};

const scorePinyin = ({ syllables, joined, initials }, query) => {
  if (joined === query) return 95;
  if (initials === query) return 90;
  if (joined.startsWith(query)) return 78;
  if (query.length > 1 && initials.startsWith(query)) return 70;
  if (mixed(syllables, query, 0)) return 66;
  const at = query.length > 1 ? joined.indexOf(query) : -1;
  if (at > 0 && syllableStarts(syllables, at)) return 50;
  return query.length > 2 && initials.includes(query) ? 40 : 0;
};

const syllableStarts = (syllables, at) => {
  let length = 0;
  for (const part of syllables) { if (length === at) return true; length += part.length; }
  return false;
};

// huq, hqiang: each syllable whole or cut short.
const mixed = (syllables, query, from) => {
  if (!query) return true;
  if (from >= syllables.length || from > 7) return false;
  const part = syllables[from];
  for (let n = Math.min(part.length, query.length); n > 0; n -= 1) {
    if (part.startsWith(query.slice(0, n)) && mixed(syllables, query.slice(n), from + 1)) return true;
  }
  return false;
};

kg.search = (text, limit = 12, kind = null) => {
  kg.prepareSearch();
  const query = text.trim().toLowerCase();
  if (!query) return [];
  const latin = /^[a-z\s']+$/.test(query) ? query.replace(/[\s']/g, '') : '';
  const found = [];
  for (const entry of entries) {
    if (kind && kg.nodes[entry.id].kind !== kind) continue;
    const points = score(entry, query, latin);
    if (points) found.push([points, entry]);
  }
  found.sort(([p, a], [q, b]) => q - p || b.weight - a.weight || a.id - b.id);
  return found.slice(0, limit).map(([, entry]) => entry.id);
};
