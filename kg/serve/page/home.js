// Search as you type; what is found leads to its page.
const KINDS = { Person: "人物", Organization: "机构", Post: "职务", AdminDivision: "行政区", Site: "地点", Initiative: "项目", Activity: "活动", Article: "报道" };
const words = document.getElementById("words");
const found = document.getElementById("found");
let asked = 0;
let base = "";

function shown(thing) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.textContent = thing.label;
  link.href = thing.iri.startsWith(base) ? "/id/" + thing.iri.slice(base.length) : "#";
  const about = document.createElement("span");
  about.className = "soft";
  about.textContent = " " + [KINDS[thing.kind] || thing.kind, thing.posts].filter(Boolean).join(" · ");
  item.append(link, about);
  return item;
}

async function look() {
  const mine = ++asked;
  const text = words.value.trim();
  if (!text) return found.replaceChildren();
  const answer = await fetch("/api/search?q=" + encodeURIComponent(text));
  if (mine !== asked) return; // a later key has been pressed
  const things = answer.ok ? await answer.json() : [];
  found.replaceChildren(...things.map(shown));
  if (!things.length) found.textContent = answer.ok ? "没有找到" : await answer.text();
}

let timer;
words.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 150); });
document.getElementById("search").addEventListener("submit", (event) => { event.preventDefault(); look(); });

(async () => {
  base = (await (await fetch("/api/vocabulary")).json()).base;
  const counts = await (await fetch("/api/counts")).json();
  document.getElementById("counts").textContent = Object.entries(KINDS).filter(([k]) => counts[k]).map(([k, name]) => `${name} ${counts[k].toLocaleString()}`).join(" · ");
})();
