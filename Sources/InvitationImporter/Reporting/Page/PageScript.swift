/// The script of pages. It builds everything from texts, never from markup, and stores and loads nothing.
enum PageScript {
    /// What both parts use, and times in the reader's own zone.
    static let common = #"""

        "use strict";
        const find = (id) => document.getElementById(id);
        const data = (id) => { const at = find(id); return at ? JSON.parse(at.textContent) : null; };
        const make = (name, properties = {}, ...children) => {
          const element = Object.assign(document.createElement(name), properties);
          element.append(...children);
          return element;
        };
        const grouped = (number) => number.toLocaleString("en-US");
        const localTime = new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "short", day: "numeric",
          hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
        const showTime = (text) => {
          const time = new Date(text);
          return text && !isNaN(time) ? localTime.format(time) : text;
        };
        for (const time of document.querySelectorAll("time")) {
          time.title = time.dateTime;
          time.textContent = showTime(time.dateTime);
        }

        """#

    /// The table that searches and filters.
    static let table = #"""
        (() => {
          const { texts, rows } = data("row-data");
          const [FILE, ROW, LINE, EMAIL, NAME, ROLES, GROUPS, OUTCOME, NOTE, SENT, EXPIRES, NEEDS] = Array(12).keys();
          const files = new Set(rows.map((row) => row[FILE]));
          const place = (row) => (files.size > 1 ? texts[row[FILE]] + ": " : "") + row[ROW];
          const words = rows.map((row) => [place(row), row[EMAIL], row[NAME], texts[row[ROLES]], texts[row[GROUPS]],
            texts[row[OUTCOME]], texts[row[NOTE]]].join("\n").toLowerCase());
          const search = find("search"), outcome = find("outcome"), needing = find("needing");
          const body = find("rows").tBodies[0];
          const step = 100;
          let matches = [], shown = 0;

          const line = (row) => {
            const end = row[EXPIRES] && "expires " + showTime(row[EXPIRES]);
            const note = [texts[row[NOTE]], end].filter(Boolean).join("; ");
            const where = make("th", { scope: "row", textContent: place(row), title: "line " + row[LINE] });
            const dot = make("span", { className: "dot " + texts[row[OUTCOME]] });
            const cells = [row[EMAIL], row[NAME], texts[row[ROLES]], texts[row[GROUPS]]].map(
              (text) => make("td", { textContent: text }));
            return make("tr", {}, where, ...cells, make("td", { className: "outcome" }, dot, texts[row[OUTCOME]]),
              make("td", { textContent: note }), make("td", { textContent: showTime(row[SENT]) }));
          };
          const showMore = (count) => {
            body.append(...matches.slice(shown, shown + count).map(line));
            shown = Math.min(matches.length, shown + count);
            find("more").hidden = find("everything").hidden = shown >= matches.length;
            find("found").textContent = grouped(matches.length) + " of " + grouped(rows.length) + " rows match"
              + (shown < matches.length ? "; the first " + grouped(shown) + " are shown." : ".");
          };
          const filter = () => {
            const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
            matches = rows.filter((row, index) => (!outcome.value || texts[row[OUTCOME]] === outcome.value)
              && (!needing.checked || row[NEEDS]) && wanted.every((word) => words[index].includes(word)));
            body.replaceChildren();
            shown = 0;
            showMore(step);
          };

          for (const name of [...new Set(rows.map((row) => texts[row[OUTCOME]]))].sort()) {
            outcome.append(make("option", { value: name, textContent: name }));
          }
          for (const control of [search, outcome, needing]) control.addEventListener("input", filter);
          search.form.addEventListener("submit", (event) => event.preventDefault());
          find("more").addEventListener("click", () => showMore(step));
          find("everything").addEventListener("click", () => showMore(matches.length));
          search.form.hidden = find("rows").hidden = rows.length === 0;
          if (rows.length > 0) filter();
        })();

        """#
}
