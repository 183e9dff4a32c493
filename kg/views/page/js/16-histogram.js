// When things happened: activities by month (by year where there are many), a brush, and 无日期 as a switch.
const H = 46;

const bins = () => {
  const dated = kg.nodes.filter((node) => node.kind === 'Activity' && node.date && node.date.from && node.date.to);
  const undated = kg.nodes.filter((node) => node.kind === 'Activity').length - dated.length;
  if (!dated.length) return { list: [], undated };
  const least = dated.reduce((m, n) => (n.date.from < m ? n.date.from : m), '9999');
  const first = firstDense(dated, least);
  const last = dated.reduce((m, n) => (n.date.to > m ? n.date.to : m), '');
  const days = (Date.parse(last) - Date.parse(first)) / 864e5;
  const unit = days < 70 ? 10 : days < 4000 ? 7 : 4; // characters of an ISO date: a day, a month, a year
  const list = [];
  for (let bin = first.slice(0, unit); bin <= last.slice(0, unit) && list.length < 400; bin = next(bin)) list.push({ bin, end: bin, all: 0, now: 0 });
  const at = new Map(list.map((bin) => [bin.bin, bin]));
  if (least < first) list.unshift({ bin: least.slice(0, unit), end: before(list[0].bin), early: true, all: 0, now: 0 });
  return { list, undated, dated, unit, at, first };
};

// A lone mention of 1921 must not stretch the axis over a century: what comes before the first year with one
// activity in two hundred is one bar.
const firstDense = (dated, least) => {
  const years = new Map();
  for (const { date } of dated) years.set(date.from.slice(0, 4), (years.get(date.from.slice(0, 4)) || 0) + 1);
  const dense = [...years].filter(([, count]) => count * 200 >= dated.length).map(([year]) => year).sort()[0];
  return dense > least.slice(0, 4) ? `${dense}-01-01` : least;
};

const nameOf = (bin) => (bin.early ? kg.say('earlier') : kg.day(bin.bin));

const before = (bin) => {
  const [year, month = 1, day = 1] = bin.split('-').map(Number);
  return new Date(Date.UTC(year - (bin.length === 4), month - 1 - (bin.length === 7), day - (bin.length === 10))).toISOString().slice(0, bin.length);
};

// The day, month or year after this one.
const next = (bin) => {
  const [year, month = 1, day = 1] = bin.split('-').map(Number);
  const time = new Date(Date.UTC(year + (bin.length === 4), month - 1 + (bin.length === 7), day + (bin.length === 10)));
  return time.toISOString().slice(0, bin.length);
};

let known = null;
const tally = (s) => {
  known ??= bins();
  for (const bin of known.list) { bin.all = 0; bin.now = 0; }
  const others = { ...s, from: '', to: '', undated: true };
  for (const node of known.dated || []) {
    const bin = node.date.from < known.first ? known.list[0] : known.at.get(node.date.from.slice(0, known.unit));
    if (!bin) continue;
    bin.all += 1;
    if (kg.activityFits(node, others)) bin.now += 1;
  }
  return known;
};

kg.drawTimeline = () => {
  const s = kg.state;
  const box = kg.byId('timeline');
  const focused = document.activeElement && document.activeElement.id;
  const { list, undated } = tally(s);
  const parts = [];
  if (list.length) parts.push(kg.el('div', { class: 'plot' }, plot(list, s)), ends(list, s));
  if (undated) parts.push(undatedSwitch(undated, s));
  kg.fill(box, parts);
  box.hidden = !parts.length;
  if (focused && box.querySelector(`#${focused}`)) box.querySelector(`#${focused}`).focus();
};

const plot = (list, s) => {
  const top = Math.max(...list.map((bin) => bin.all), 1);
  const svg = kg.svg('svg', { viewBox: `0 0 ${list.length} ${H}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': kg.say('timeline.name', { from: nameOf(list[0]), to: nameOf(list.at(-1)) }) });
  list.forEach((bin, i) => {
    const within = (!s.from || bin.bin >= s.from) && (!s.to || bin.end <= s.to);
    const bar = (value, css) => kg.svg('rect', { class: css, x: i + 0.08, width: 0.84, y: H - (H - 4) * (value / top), height: (H - 4) * (value / top) });
    svg.append(bar(bin.all, 'bar-all'), bar(within ? bin.now : 0, 'bar-now'));
  });
  brush(svg, list);
  return svg;
};

const brush = (svg, list) => {
  let start = null;
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(list.length - 1, Math.floor(((event.clientX - box.left) / box.width) * list.length)));
  };
  const shade = kg.svg('rect', { class: 'shade', y: 0, height: H, width: 0, x: 0 });
  svg.append(shade);
  const show = (a, b) => { shade.setAttribute('x', Math.min(a, b)); shade.setAttribute('width', Math.abs(a - b) + 1); };
  svg.addEventListener('pointerdown', (event) => { start = at(event); show(start, start); svg.setPointerCapture(event.pointerId); });
  svg.addEventListener('pointermove', (event) => { if (start !== null) show(start, at(event)); });
  svg.addEventListener('pointerup', (event) => {
    const [a, b] = [start, at(event)].sort((x, y) => x - y);
    start = null;
    const whole = a === 0 && b === list.length - 1;
    const same = kg.state.from === list[a].bin && kg.state.to === list[b].end;
    kg.set(whole || same ? { from: '', to: '' } : { from: list[a].bin, to: list[b].end });
  });
};

// The same brush for the keyboard and the screen reader: from one month to another.
const ends = (list, s) => {
  const select = (id, edge, value, name, fallback) => {
    const element = kg.el('select', { id, 'aria-label': name, on: { change: (event) => kg.set({ [id]: event.target.value === fallback ? '' : event.target.value }) } },
      list.map((bin) => kg.el('option', { value: bin[edge], text: nameOf(bin) })));
    element.value = value || fallback;
    return element;
  };
  return kg.el('div', { class: 'ends' }, select('from', 'bin', s.from, kg.say('from'), list[0].bin), kg.el('span', { text: '–' }), select('to', 'end', s.to, kg.say('to'), list.at(-1).end),
    s.from || s.to ? kg.button(kg.say('clear'), () => kg.set({ from: '', to: '' }), { id: 'clear-dates', class: 'quiet' }) : null);
};

const undatedSwitch = (count, s) => {
  const input = kg.el('input', { type: 'checkbox', id: 'undated', on: { change: () => kg.set({ undated: !kg.state.undated }) } });
  input.checked = s.undated;
  return kg.el('label', { class: 'choice undated', title: kg.say('undated.why') }, input, kg.el('span', { text: kg.say('undated') }), kg.el('span', { class: 'count', text: kg.count(count) }));
};
