// The words of the interface, 简体 or English.
kg.words = JSON.parse(kg.byId('kg-strings').textContent);
kg.language = 'zh';

kg.say = (key, values = {}) => {
  const found = kg.words[key];
  const text = found ? found[kg.language === 'en' ? 1 : 0] : key;
  return text.replace(/\{(\w+)\}/g, (_, name) => (name in values ? values[name] : ''));
};

// A term of the ontology, or the term itself where the page has no word for it.
kg.term = (group, term) => (kg.words[`${group}.${term}`] ? kg.say(`${group}.${term}`) : term);

kg.speak = () => {
  document.documentElement.lang = kg.language === 'en' ? 'en' : 'zh-Hans';
  document.title = kg.say('title');
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = kg.say(element.dataset.say);
  for (const element of document.querySelectorAll('[data-name]')) element.setAttribute('aria-label', kg.say(element.dataset.name));
  for (const element of document.querySelectorAll('[data-hint]')) element.placeholder = kg.say(element.dataset.hint);
};

kg.count = (number) => number.toLocaleString(kg.language === 'en' ? 'en' : 'zh-CN');

// ---- dates, never more precise than the source
kg.dateOf = (record) => {
  const date = record.date || {};
  const { edtf = '', text = '' } = date;
  if (!edtf) return text || kg.say('date.none');
  return kg.day(edtf) + (date.end ? `–${kg.day(date.end)}` : '') + (date.part ? ` ${date.part}` : '');
};

kg.day = (edtf) => {
  const [year, month, day] = edtf.split('/')[0].split('-');
  if (kg.language === 'en') return edtf.replace('XXXX-', '----‑');
  const known = /^\d+$/.test(year);
  return (known ? `${year}年` : '') + (month ? `${Number(month)}月` : '') + (day ? `${Number(day)}日` : '');
};

kg.monthOf = (node) => {
  const { from = '', to = '' } = node.date || {};
  return from && from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : '';
};

// The month of the summary's calendar that stands for an activity.
let known = null;
kg.foldOf = (node) => {
  known ??= new Set(kg.data.folds.map((fold) => fold.month));
  const month = kg.monthOf(node);
  return !month || known.has(month) ? month : 'earlier';
};

// Newest first; the undated last, by the day they name.
kg.byDate = (a, b) => {
  const x = (a.date && a.date.from) || '';
  const y = (b.date && b.date.from) || '';
  if (x !== y) return x < y ? 1 : -1;
  const p = (a.date && a.date.edtf) || '';
  const q = (b.date && b.date.edtf) || '';
  return p === q ? (a.id ?? 0) - (b.id ?? 0) : p < q ? 1 : -1;
};

kg.nameOf = (id) => kg.nodes[id].label;

kg.short = (text, length) => (Array.from(text).length > length ? `${Array.from(text).slice(0, length - 1).join('')}…` : text);

kg.verb = (edge) => {
  if (edge.kind === 'took') return kg.data.takes[edge.fact].roles.map((role) => kg.term('role', role)).join('、');
  if (edge.kind === 'post') {
    const tenure = kg.data.tenures[edge.fact];
    return (tenure.status === 'current' ? '' : `${kg.term('status', tenure.status)} `) + tenure.role;
  }
  return kg.term('edge', edge.kind);
};
