// Colour by meaning, size by weight. The colours of kinds are those of the style sheet.
const css = getComputedStyle(document.documentElement);
kg.ink = (name) => (inks[name] ??= css.getPropertyValue(`--${name}`).trim());
const inks = {};
const kindInk = new Map();
kg.kindColor = (kind) => {
  if (!kindInk.has(kind)) kindInk.set(kind, kg.ink(kind.toLowerCase()));
  return kindInk.get(kind);
};

// Twelve hues of like weight; past them, communities are small and share a grey.
const hues = ['#23507f', '#a3472f', '#4d7a4a', '#b3862a', '#6f4a86', '#2f7f83', '#8c5a3c', '#a03a6b', '#5d6b2f', '#4f5fa8', '#7a7268', '#c2683d'];
kg.groupColor = (group) => (group === undefined || group >= hues.length ? '#9a948a' : hues[group]);

kg.colorOf = (node, s) => (s.color === 'group' ? kg.groupColor(node.group) : kg.kindColor(node.kind));

const base = { Person: 9, Organization: 8, Activity: 8, Site: 6, Division: 7, Initiative: 8, Article: 6 };
const greatest = {};
kg.sizeOf = (node, s) => {
  const least = base[node.kind] || 6;
  if (s.size === 'same') return least;
  if (!(s.size in greatest)) greatest[s.size] = kg.nodes.reduce((top, other) => Math.max(top, other[s.size] || 0), 1);
  const share = Math.sqrt((node[s.size] || 0) / greatest[s.size]);
  return Math.round((least * 0.8 + share * (node.kind === 'Person' ? 15 : 11)) * 10) / 10;
};

const edgeInk = {
  took: '#bda97f', post: '#86a0bd', organized: '#c7ae88', visited: '#9dba93', venue: '#9dba93', about: '#b9a3c8',
  part: '#c9bfb5', in: '#d6d2ca', within: '#d6d2ca', told: '#d6d2ca', byline: '#d6d2ca', named: '#d6d2ca',
};
kg.edgeColor = (kind) => edgeInk[kind] || '#c4b79c';
const dashed = new Set(['part', 'in', 'within', 'named']);
kg.dashOf = (kind) => (dashed.has(kind) ? [4, 4] : false);

// The label's type: people in a serif, as a newspaper sets names; the rest small.
kg.fontOf = (node, s) => {
  if (node.kind === 'Person') {
    const size = Math.round(13 + 4 * Math.sqrt((node.rank || 0) / 1000));
    return { size, font: `600 ${size}px ${kg.ink('serif')}`, color: kg.ink('ink') };
  }
  const size = node.kind === 'Organization' || node.kind === 'Month' ? 12 : 11;
  const color = s.color === 'group' ? kg.ink('ink-2') : kg.ink(`${node.kind.toLowerCase()}-ink`) || kg.ink('ink-2');
  return { size, font: `400 ${size}px ${kg.ink('sans')}`, color };
};
