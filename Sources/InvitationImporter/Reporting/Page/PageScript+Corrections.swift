// MARK: - Rows to correct

extension PageScript {
    /// Edits the rows to correct, and saves them as the file that is imported. It writes what `CSVWriter` and
    /// `JSONWriter` write, and leaves all that nobody changed as it was.
    static let corrections = #"""
        (() => {
          const space = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
          const unseen = new RegExp(
            "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\xa0\\xad\\u061c\\u200b-\\u200f\\u2028-\\u202f"
            + "\\u2060-\\u206f\\ufeff]", "g");
          const escapeOf = (mark) => "\\u{" + mark.codePointAt(0).toString(16).toUpperCase() + "}";
          const visible = (text) => text.replace(unseen, escapeOf);
          const csvCell = (text, delimiter) => {
            const ends = [...text.slice(0, 1), ...text.slice(-1)];
            const quoted = ends.some((end) => space.test(end)) || text.startsWith("\ufeff")
              || [delimiter, "\"", "\r", "\n"].some((mark) => text.includes(mark));
            return quoted ? "\"" + text.replaceAll("\"", "\"\"") + "\"" : text;
          };
          // The rule of `SpreadsheetText`.
          const months = "jan feb mar mär apr may mai jun jul aug sep oct okt nov dec dez".split(" ");
          const guarded = (cell) => {
            const text = cell.replace(/^ +/, "");
            const isNumber = cell.length <= 15 && /^[1-9][0-9]*$/.test(cell);
            const changes = [...text].length > 1 && (/^[=+\-@\t\r]/.test(text)
              || (/^[0-9.(]/.test(text) && !text.includes("@") && !isNumber)
              || (months.includes([...text].slice(0, 3).join("").toLowerCase()) && /[0-9]/.test(text)));
            return changes && cell.length <= 255 ? "=\"" + cell.replaceAll("\"", "\"\"") + "\"" : cell;
          };
          const csvLine = (cells, delimiter) => {
            const line = cells.map((cell) => csvCell(cell, delimiter)).join(delimiter);
            return (cells.length === 1 && line === "" ? "\"\"" : line) + "\r\n";
          };
          const jsonText = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g,
            (mark) => "\\u" + mark.charCodeAt(0).toString(16).padStart(4, "0"));

          // A row of either form: its cells as texts, and how a changed one is put back.
          const table = (file) => ({
            columns: file.columns.slice(2),
            rows: file.rows.map(([cells, wrong]) => ({
              reason: cells[0], place: cells[1], names: cells.slice(2).map((_, index) => file.columns[index + 2] ?? ""),
              texts: cells.slice(2), wrong: new Set(wrong.map((index) => index - 2)),
              set: (index, text) => { cells[index + 2] = text; },
              line: () => csvLine([...cells.slice(0, 2), ...cells.slice(2).map(guarded)], file.delimiter),
            })),
            head: () => csvLine([...file.columns.slice(0, 2), ...file.columns.slice(2).map(guarded)], file.delimiter),
          });
          const lines = (file) => ({
            rows: file.rows.map(([pairs, wrong]) => {
              const values = pairs.map(([, raw]) => JSON.parse(raw));
              const shown = values.map((value, index) => typeof value === "string" ? value : pairs[index][1]);
              const names = pairs.map(([name]) => JSON.parse(name));
              return {
                reason: shown[0], place: shown[1], names: names.slice(2), texts: shown.slice(2),
                wrong: new Set(names.slice(2).flatMap((name, index) => wrong.includes(name) ? [index] : [])),
                set: (index, text) => {
                  let raw = jsonText(text);
                  if (typeof values[index + 2] !== "string") { try { JSON.parse(text); raw = text; } catch { } }
                  pairs[index + 2][1] = raw;
                },
                line: () => "{" + pairs.map(([name, raw]) => name + ":" + raw).join(",") + "}\n",
              };
            }),
            head: () => "",
          });

          const field = (row, index, changed) => {
            const original = row.texts[index];
            const isLong = /[\r\n]/.test(original) || original.length > 60;
            const shown = visible(original);
            const control = make(isLong ? "textarea" : "input", { value: shown, spellcheck: false, dir: "auto" });
            if (isLong) control.rows = 3; else control.type = "text";
            // A control of HTML may drop or unite line breaks; what was not touched stays as it was.
            const untouched = control.value;
            const label = make("label", {}, visible(row.names[index]) || "(no name)", control);
            if (row.wrong.has(index)) control.setAttribute("aria-invalid", "true");
            const escapes = new Map((original.match(unseen) ?? []).map((mark) => [escapeOf(mark), mark]));
            if (escapes.size) label.append(make("span", { className: "hint",
              textContent: [...escapes.keys()].join(", ") + " is an invisible character" }));
            control.addEventListener("input", () => {
              const same = control.value === untouched;
              let text = control.value.replace(/\\u\{[0-9A-F]+\}/g, (escape) => escapes.get(escape) ?? escape);
              if (original.includes("\r\n")) text = text.replace(/\r?\n/g, "\r\n");
              row.set(index, same ? original : text);
              control.classList.toggle("changed", !same);
              changed(control, !same);
            });
            return label;
          };

          const editor = (file) => {
            const form = file.columns ? table(file) : lines(file);
            const changes = new Set();
            const status = make("p", { role: "status" });
            status.setAttribute("aria-live", "polite");
            let isSaved = true;
            const changed = (control, differs) => {
              if (differs) changes.add(control); else changes.delete(control);
              isSaved = changes.size === 0;
              status.textContent = grouped(changes.size) + (changes.size === 1 ? " value" : " values")
                + " changed, not saved yet.";
            };
            const list = make("div");
            const more = make("button", { type: "button", textContent: "Show more rows to correct" });
            let shown = 0;
            const showMore = () => {
              for (const row of form.rows.slice(shown, shown + 50)) {
                const fields = row.texts.map((_, index) => field(row, index, changed));
                const cells = make("div", { className: "cells" }, ...fields);
                list.append(make("fieldset", {}, make("legend", { textContent: visible(row.place) }),
                  make("p", { textContent: visible(row.reason) }), cells));
              }
              shown = Math.min(form.rows.length, shown + 50);
              more.hidden = shown >= form.rows.length;
            };
            more.addEventListener("click", showMore);
            const save = make("button", { type: "button", className: "save", textContent: "Save " + file.name });
            save.addEventListener("click", () => {
              const text = form.head() + form.rows.map((row) => row.line()).join("");
              const isMarked = file.mark || (file.columns && /[^\0-\x7f]/.test(text));
              const link = make("a", { href: URL.createObjectURL(new Blob([isMarked ? "\ufeff" : "", text])),
                download: file.name });
              link.click();
              setTimeout(() => URL.revokeObjectURL(link.href), 60000);
              isSaved = true;
              status.textContent = file.name + " was saved where your browser puts downloads, with "
                + grouped(form.rows.length) + (form.rows.length === 1 ? " row." : " rows.");
            });
            addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });
            showMore();
            return make("div", {}, list, more, make("div", { className: "saving" }, save, status));
          };

          const files = data("correction-data") ?? [];
          const place = document.querySelector(".editors");
          for (const file of files) place.append(editor(file));
          if (place) place.hidden = false;
        })();
        """#
}
