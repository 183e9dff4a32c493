// Walks over the graph: neighbourhoods and shortest paths.
// A step through a place says little, one through a shared activity or post says much.
const costs = { took: 1, post: 1.4, organized: 1.2, part: 2, visited: 1.6, venue: 1.6, about: 1.8, told: 3, byline: 3, named: 3, in: 5, within: 5 };

kg.around = (start, steps, passes, limit = 400) => {
  const found = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps && found.size < limit; step += 1) {
    const next = new Set();
    for (const id of edge) for (const e of kg.touching[id]) {
      const other = kg.other(kg.edges[e], id);
      if (!found.has(other) && passes(kg.edges[e], other)) next.add(other);
    }
    edge = [...next].sort((a, b) => kg.nodes[b].rank - kg.nodes[a].rank || a - b).slice(0, limit - found.size);
    for (const id of edge) found.add(id);
  }
  return found;
};

// Dijkstra with a binary heap; gives the edges of the path in order, or null.
kg.path = (start, end) => {
  const best = new Map([[start, 0]]);
  const via = new Map();
  const heap = [[0, start]];
  while (heap.length) {
    const [cost, id] = pop(heap);
    if (id === end) return trace(via, start, end);
    if (cost > best.get(id)) continue;
    for (const e of kg.touching[id]) {
      const edge = kg.edges[e];
      const other = kg.other(edge, id);
      const total = cost + (costs[edge.kind] || 3);
      if (total < (best.get(other) ?? Infinity)) {
        best.set(other, total);
        via.set(other, e);
        push(heap, [total, other]);
      }
    }
  }
  return null;
};

const trace = (via, start, end) => {
  const edges = [];
  for (let id = end; id !== start; id = kg.other(kg.edges[via.get(id)], id)) edges.unshift(via.get(id));
  return edges;
};

const push = (heap, item) => {
  let i = heap.push(item) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (heap[parent][0] <= heap[i][0]) return;
    [heap[parent], heap[i]] = [heap[i], heap[parent]];
    i = parent;
  }
};

const pop = (heap) => {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length) {
    heap[0] = last;
    for (let i = 0; ;) {
      const left = 2 * i + 1;
      const child = left + 1 < heap.length && heap[left + 1][0] < heap[left][0] ? left + 1 : left;
      if (child >= heap.length || heap[i][0] <= heap[child][0]) break;
      [heap[i], heap[child]] = [heap[child], heap[i]];
      i = child;
    }
  }
  return top;
};
