// A fact in the panel: one click opens the sentences that state it, each inside its article.
kg.fact = (content, evidence, { rules = [], confidence = null, open = false, lead = null } = {}) => {
  const box = kg.el('div', { class: 'proof' });
  const button = kg.el('button', { type: 'button', class: 'state', 'aria-expanded': 'false', title: kg.say('evidence.show') },
    content, kg.el('span', { class: 'cite', 'aria-hidden': 'true', text: evidence.length > 1 ? `”${evidence.length}` : '”' }));
  box.hidden = true;
  const toggle = () => {
    const show = box.hidden;
    if (show && !box.childElementCount) fillProof(box, evidence, rules, confidence, open);
    box.hidden = !show;
    button.setAttribute('aria-expanded', String(show));
  };
  button.addEventListener('click', toggle);
  if (open) toggle();
  if (!evidence.length) return kg.el('div', { class: 'fact bare' }, lead, kg.el('p', { class: 'state' }, content));
  return kg.el('div', { class: 'fact' }, lead, button, box);
};

// What opens by itself shows one sentence of several; what the reader opens shows them all.
const fillProof = (box, evidence, rules, confidence, brief) => {
  const shown = brief ? evidence.slice(0, 1) : evidence;
  box.append(...shown.map((number) => kg.quote(number, brief)));
  const left = evidence.slice(shown.length);
  if (left.length) {
    const more = kg.button(kg.say('evidence.more', { n: left.length }), () => { more.replaceWith(...left.map((number) => kg.quote(number))); }, { class: 'quiet more-button' });
    box.append(more);
  }
  const notes = [rules.length ? `${kg.say('rules')} ${rules.join('、')}` : '', confidence === null ? '' : `${kg.say('confidence')} ${confidence}`].filter(Boolean);
  if (notes.length) box.append(kg.el('p', { class: 'rules', text: notes.join(' · ') }));
};

// One sentence, marked where it stands in its article, with where that was printed.
kg.quote = (number, brief = false) => {
  const [article, start, end] = kg.data.evidence[number];
  const node = kg.nodes[article];
  const text = kg.el('div', { class: brief ? 'excerpt brief' : 'excerpt', tabindex: '0', role: 'group', 'aria-label': kg.say('excerpt', { name: node.label }) });
  kg.text(article).then((raw) => {
    const [a, b] = [start - node.start, end - node.start];
    const mark = kg.el('mark', { text: kg.joined(kg.slice(raw, a, b)) });
    text.append(...paragraphs(kg.slice(raw, 0, a)), mark, ...paragraphs(kg.slice(raw, b)));
    requestAnimationFrame(() => { text.scrollTop = Math.max(0, mark.offsetTop - 28); });
  });
  return kg.el('figure', { class: 'quote' }, text, kg.el('figcaption', {}, kg.link(article), kg.el('span', { text: kg.source(node) })));
};

// Blank lines part paragraphs; other line breaks are those of the column.
const paragraphs = (text) => {
  const parts = text.split(/\n\s*\n/);
  const out = [];
  parts.forEach((part, i) => {
    if (i) out.push(kg.el('br'), kg.el('span', { class: 'indent' }));
    out.push(document.createTextNode(kg.joined(part)));
  });
  return out;
};
kg.paragraphs = paragraphs;

kg.source = (node) => [node.paper, node.published, node.file].filter(Boolean).join(' · ') || kg.say('date.none');

kg.link = (id, text = null) => kg.el('button', { type: 'button', class: `link ${kg.nodes[id].kind.toLowerCase()}`, text: text ?? (kg.nameOf(id) || kg.say('unnamed')), on: { click: (event) => { event.stopPropagation(); kg.goTo(id); } } });

// A node named in the panel: shown there, and brought into view if it is drawn.
kg.goTo = (id) => {
  kg.selectNode(id);
  kg.lookAt(id);
};

kg.section = (title, ...children) => {
  const list = children.flat(Infinity).filter(Boolean);
  return list.length ? kg.el('section', {}, kg.el('h3', { text: title }), list) : null;
};

// Long lists show their beginning first.
kg.some = (items, make, first = 12) => {
  if (items.length <= first + 3) return items.map(make);
  const rest = kg.el('div');
  const more = kg.button(kg.say('more', { n: items.length - first }), () => { rest.append(...items.slice(first).map(make)); more.remove(); }, { class: 'quiet more-button' });
  return [...items.slice(0, first).map(make), rest, more];
};
