// The SPARQL editor of the query page: CodeMirror 6 with its SPARQL language, completion from the terms of the
// ontology and the variables already written. Bundled by `npm ci && npm run build` into ../editor.min.js.
import { autocompletion } from "@codemirror/autocomplete";
import { Prec } from "@codemirror/state";
import { keymap, EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { sparql } from "codemirror-lang-sparql";

const KEYWORDS = "SELECT DISTINCT CONSTRUCT ASK DESCRIBE WHERE FILTER OPTIONAL UNION MINUS VALUES BIND AS GROUP BY ORDER HAVING LIMIT OFFSET COUNT SUM MIN MAX AVG GROUP_CONCAT EXISTS NOT IN BOUND COALESCE IF STR LANG CONTAINS STRSTARTS REGEX PREFIX".split(" ");

function complete(terms) {
  const options = [...terms, ...KEYWORDS.map((label) => ({ label, type: "keyword" }))];
  return (context) => {
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) {
      const found = new Set(context.state.doc.toString().match(/\?\w+/g));
      found.delete(variable.text);
      return { from: variable.from, options: [...found].map((label) => ({ label, type: "variable" })) };
    }
    const word = context.matchBefore(/[\w-]+:?[\w-]*/);
    return word || context.explicit ? { from: word ? word.from : context.pos, options, validFor: /^[\w:-]*$/ } : null;
  };
}

window.sparqlEditor = (parent, doc, terms, label, run) => {
  const view = new EditorView({
    doc,
    parent,
    extensions: [
      Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }])),
      basicSetup,
      sparql(),
      autocompletion({ override: [complete(terms)] }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label }),
    ],
  });
  return {
    get: () => view.state.doc.toString(),
    set: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
  };
};
