// A box with suggestions: arrow keys walk them, Enter takes one, Escape closes.
kg.findBox = (input, list, take, kind = null) => {
  const box = { found: [], at: -1 };
  const close = () => { list.hidden = true; box.at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const choose = (id) => { close(); take(id); };
  const show = () => {
    kg.fill(list, box.found.map((id, i) => option(id, `${list.id}-${i}`, i === box.at, () => choose(id))));
    if (!box.found.length && input.value.trim()) list.append(kg.el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', text: kg.say('find.none') }));
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (box.at >= 0) input.setAttribute('aria-activedescendant', `${list.id}-${box.at}`);
  };
  const keys = {
    ArrowDown: () => { box.at = Math.min(box.at + 1, box.found.length - 1); show(); },
    ArrowUp: () => { box.at = Math.max(box.at - 1, 0); show(); },
    Enter: () => { const id = box.found[Math.max(box.at, 0)]; if (id !== undefined) choose(id); },
    Escape: () => { if (list.hidden) input.value = ''; close(); },
  };
  input.addEventListener('input', () => { box.found = kg.search(input.value, 12, kind); box.at = box.found.length ? 0 : -1; show(); });
  input.addEventListener('focus', () => { kg.prepareSearch(); });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || !(event.key in keys)) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
};

const option = (id, elementId, active, act) => {
  const node = kg.nodes[id];
  return kg.el('li', { id: elementId, role: 'option', 'aria-selected': String(active), class: active ? 'active' : '', on: { mousedown: (event) => { event.preventDefault(); act(); } } },
    kg.mark(node.kind), kg.el('span', { class: 'name', text: node.label || kg.say('unnamed') }),
    kg.el('span', { class: 'meta', text: `${kg.term('kind', node.kind)} · ${kg.say('links', { n: node.degree })}` }));
};

// The sign of a kind, in its shape as well as its colour.
const shapes = {
  Person: ['circle', { cx: 6, cy: 6, r: 5 }],
  Organization: ['rect', { x: 1.5, y: 1.5, width: 9, height: 9 }],
  Activity: ['polygon', { points: '6,0.5 11.5,6 6,11.5 0.5,6' }],
  Site: ['polygon', { points: '1,2 11,2 6,11' }],
  Division: ['polygon', { points: '3.4,1.2 8.6,1.2 11.3,6 8.6,10.8 3.4,10.8 0.7,6' }],
  Initiative: ['polygon', { points: '6,0.5 7.5,4.3 11.5,4.5 8.4,7 9.4,11 6,8.8 2.6,11 3.6,7 0.5,4.5 4.5,4.3' }],
  Article: ['rect', { x: 2, y: 0.5, width: 8, height: 11, rx: 1 }],
  Month: ['rect', { x: 1.5, y: 1.5, width: 9, height: 9 }],
};
kg.mark = (kind) => {
  const [tag, attributes] = shapes[kind];
  return kg.svg('svg', { class: 'mark', viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    kg.svg(tag, { ...attributes, fill: kg.kindColor(kind === 'Month' ? 'Activity' : kind) }));
};
