// Saved questions with their parameters, the editor, and the answer as a table. Text is set as text, never as markup.
const $ = (id) => document.getElementById(id);
const SHOWN = 1000; // rows drawn; the downloads hold all
let questions = [];
let editor;
let base = "";

// The same as kg.graph.queries.bind: a value is data, whatever is in it.
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
function bound(question) {
  let text = question.sparql;
  for (const field of $("parameters").querySelectorAll("input")) {
    if (field.name === "top") {
      if (/^[1-9][0-9]{0,8}$/.test(field.value)) text = text.replace(/LIMIT \d+/g, `LIMIT ${field.value}`);
      continue;
    }
    const value = field.value.replace(/[\\"\n\r\t]/g, (c) => ESCAPES[c]);
    const values = new RegExp(`(VALUES \\?${field.name} \\{ ")(?:[^"\\\\\\n]|\\\\.)*(")`, "g");
    text = text.replace(values, (_, before, after) => before + value + after);
  }
  return text;
}

function choose() {
  const question = questions.find((q) => q.name === $("question").value);
  $("english").textContent = question ? question.en : "";
  $("parameters").replaceChildren(...(question ? question.parameters.map(field) : []));
  if (question) editor.set(question.sparql);
}

function field(parameter) {
  const label = document.createElement("label");
  label.textContent = parameter.about + " ";
  const input = document.createElement("input");
  input.name = parameter.name;
  input.value = parameter.default;
  input.addEventListener("input", () => editor.set(bound(questions.find((q) => q.name === $("question").value))));
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") run(); });
  label.append(input);
  return label;
}

function cell(term) {
  const td = document.createElement("td");
  if (!term) return td;
  if (term.type === "uri" && term.value.startsWith(base)) {
    const link = document.createElement("a");
    link.href = "/id/" + term.value.slice(base.length);
    link.textContent = decodeURI(term.value.slice(base.length).replace(/%(?![0-9a-f]{2})/gi, "%25"));
    td.append(link);
  } else td.textContent = term.value;
  return td;
}

function row(cells, kind) {
  const tr = document.createElement("tr");
  tr.append(...cells.map((text) => { const th = document.createElement(kind); th.scope = "col"; th.textContent = text; return th; }));
  return tr;
}

function draw(answer) {
  const table = document.createElement("table");
  const names = answer.head.vars || [];
  const head = table.createTHead();
  head.append(row(names, "th"));
  const body = table.createTBody();
  for (const binding of answer.results.bindings.slice(0, SHOWN)) {
    const tr = body.insertRow();
    tr.append(...names.map((name) => cell(binding[name])));
  }
  $("answer").replaceChildren(table);
}

function told(text) {
  const pre = document.createElement("pre");
  pre.textContent = text;
  $("answer").replaceChildren(pre);
}

async function run() {
  const query = editor.get();
  $("state").textContent = "…";
  $("answer").replaceChildren();
  const start = performance.now();
  const answer = await fetch("/sparql", {
    method: "POST", body: query,
    headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
  });
  const text = await answer.text();
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const table = answer.ok && (answer.headers.get("content-type") || "").includes("json");
  for (const [id, media] of [["csv", "text/csv"], ["json", "application/sparql-results+json"]]) {
    $(id).classList.toggle("hidden", !table);
    $(id).onclick = (event) => { event.preventDefault(); save(query, media, id); };
  }
  if (!table) { $("state").textContent = answer.ok ? `${seconds} s` : `${answer.status}`; return told(text); }
  const found = JSON.parse(text);
  if ("boolean" in found) { $("state").textContent = `${found.boolean ? "是" : "否"} · ${seconds} s`; return; }
  const rows = found.results.bindings.length;
  $("state").textContent = `${rows} 行${rows > SHOWN ? `，列出前 ${SHOWN} 行` : ""} · ${seconds} s`;
  draw(found);
}

async function save(query, media, name) {
  const answer = await fetch("/sparql", { method: "POST", body: query, headers: { "Content-Type": "application/sparql-query", Accept: media } });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `answer.${name}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// Without the editor a plain text area does.
function plain(parent, doc, label) {
  const area = document.createElement("textarea");
  area.value = doc;
  area.rows = 14;
  area.setAttribute("aria-label", label);
  parent.append(area);
  return { get: () => area.value, set: (text) => { area.value = text; } };
}

(async () => {
  const [saved, vocabulary] = await Promise.all(["/api/questions", "/api/vocabulary"].map(async (url) => (await fetch(url)).json()));
  questions = saved;
  base = vocabulary.base;
  const doc = "SELECT ?person ?name WHERE {\n  ?person a kgo:Person ; foaf:name ?name\n} ORDER BY ?name";
  editor = window.sparqlEditor ? window.sparqlEditor($("editor"), doc, vocabulary.terms, "SPARQL", run) : plain($("editor"), doc, "SPARQL");
  for (const question of questions) $("question").append(new Option(question.zh, question.name));
  $("question").addEventListener("change", choose);
  $("run").addEventListener("click", run);
})();
