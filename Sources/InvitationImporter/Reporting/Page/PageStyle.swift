/// The style of pages: light and dark, on a phone, at a desk and on paper (A4).
enum PageStyle {
    static let text = screen + parts + paper

    private static let screen = """

        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #59636e; --line: #d5dae0;
          --field: #f5f7f9; --link: #0a58ca; --good: #2e7d4f; --fine: #7fb08f; --quiet: #9aa4af; --bad: #b3261e;
          --warn: #b26a00; --open: #6a4fb3; --wait: #d79a2b; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14181d; --ink: #e4e8ec; --soft: #9ba6b1;
          --line: #343c45; --field: #1d232a; --link: #7fb1ff; --good: #4fae77; --fine: #3f7a58; --quiet: #66717d;
          --bad: #f2766d; --warn: #e0a142; --open: #a993ea; --wait: #c9973c; } }
        * { box-sizing: border-box; }
        html { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 3rem; background: var(--paper);
          color: var(--ink); }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: .1rem 0 .6rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 0 0 .7rem; }
        h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
        p { margin: .4rem 0 .8rem; max-width: 75ch; overflow-wrap: anywhere; }
        section { margin-top: 1.8rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
        header { padding-top: 1.6rem; }
        footer { margin-top: 2rem; color: var(--soft); font-size: .85rem; }
        code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
        pre { background: var(--field); padding: .6rem .8rem; border-radius: 6px; white-space: pre-wrap;
          overflow-wrap: anywhere; margin: .4rem 0 .8rem; }
        .kind { margin: 0; color: var(--soft); }
        .verdict { font-size: 1.1rem; font-weight: 600; border-left: 5px solid var(--quiet);
          padding: .1rem 0 .1rem .7rem; }
        .verdict.good { border-color: var(--good); }
        .verdict.warn { border-color: var(--warn); }
        .verdict.bad { border-color: var(--bad); }
        .gap { border-left: 5px solid var(--warn); padding-left: .7rem; }
        .note, .where, .kinds { color: var(--soft); font-size: .9rem; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .4rem; z-index: 2; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        a { color: var(--link); }
        [hidden] { display: none; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }

        """

    private static let parts = """
        dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem 1.4rem;
          margin: 1rem 0; }
        dl.facts.wide { grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
        dt { color: var(--soft); font-size: .85rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; font-size: .93rem; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0;
          border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        .counts th, .files th, .files td, #rows td:nth-child(2), #rows td:nth-child(7) { overflow-wrap: anywhere; }
        #rows td:nth-child(2) { min-width: 15rem; } td.outcome, time.ahead { white-space: nowrap; }
        thead th { color: var(--soft); font-weight: 500; font-size: .85rem; overflow-wrap: normal; }
        tbody th { font-weight: 500; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
        thead .number { white-space: normal; }
        .scroll { overflow-x: auto; }
        .scroll table { min-width: 46rem; } .scroll table.narrow { min-width: 30rem; }
        svg.bar { width: 100%; height: 28px; display: block; border-radius: 6px; }
        table.legend { width: auto; margin-top: .6rem; }
        table.legend th, table.legend td { border: 0; padding: .15rem .9rem .15rem 0; }
        .share { color: var(--soft); }
        .dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; background: var(--quiet);
          margin-right: .45em; }
        rect { fill: var(--quiet); }
        rect.invited, rect.invite, rect.answered, rect.accepted { fill: var(--good); }
        .dot.invited, .dot.invite, .dot.answered, .dot.accepted { background: var(--good); }
        rect.already-invited, rect.already-member, rect.there { fill: var(--fine); }
        .dot.already-invited, .dot.already-member, .dot.there { background: var(--fine); }
        rect.invalid, rect.refused, rect.failed, rect.trouble { fill: var(--bad); }
        .dot.invalid, .dot.refused, .dot.failed, .dot.trouble { background: var(--bad); }
        rect.unknown { fill: var(--open); } .dot.unknown { background: var(--open); }
        rect.not-sent, rect.turned-away, rect.pending { fill: var(--wait); }
          .dot.not-sent, .dot.turned-away, .dot.pending { background: var(--wait); }
        rect.expired { fill: var(--bad); } .dot.expired { background: var(--bad); }
        rect.waiting { fill: var(--line); } .dot.waiting { background: var(--line); border-radius: 2px; }
        path.retries { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-linejoin: round; }
        .dot.retries { background: var(--ink); height: 2px; border-radius: 0; vertical-align: middle; width: 1em; }
        .dot.warning { background: var(--warn); }
        .cause { border: 1px solid var(--line); border-radius: 8px; padding: .7rem .9rem; }
        .causes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: .8rem;
          align-items: start; }
        .cause .count { color: var(--soft); font-weight: 400; }
        .cause ul { margin: .3rem 0 0; padding-left: 1.2rem; }
        .cause .where { display: block; overflow-wrap: anywhere; }
        .words { overflow-wrap: anywhere; }
        .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1.6rem;
          align-items: start; }
        .files .number { white-space: nowrap; }
        .counts { table-layout: fixed; } .counts thead th { width: 19%; } .counts thead th:first-child { width: 48%; }
        .counts .line { vertical-align: middle; } .counts svg { width: 100%; height: .5rem;
          display: block; }
        figure { margin: 0 0 1.4rem; } figcaption { font-weight: 600; }
        svg.chart { width: 100%; max-width: 52rem; height: auto; display: block; }
        svg.chart text { font-size: 12px; fill: var(--soft); } text.middle { text-anchor: middle; }
        text.end { text-anchor: end; }
        .axis { stroke: var(--line); }
        .kinds { list-style: none; padding: 0; margin: .2rem 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
        .filter { display: flex; flex-wrap: wrap; gap: .6rem 1.2rem; align-items: end; }
        .filter[hidden] { display: none; }
        label { display: block; font-size: .85rem; color: var(--soft); }
        input, select, textarea, button { font: inherit; font-size: 1rem; color: var(--ink); background: var(--field);
          border: 1px solid var(--quiet); border-radius: 6px; padding: .35rem .5rem; }
        label input[type="search"], label select, label textarea, label input[type="text"] { display: block;
          width: 100%; }
        input[type="search"] { min-width: 16rem; }
        label.check { padding-bottom: .5rem; }
        button { cursor: pointer; padding: .4rem .9rem; }
        button.save { background: var(--link); border-color: var(--link); color: var(--paper); font-weight: 600; }
        fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 .8rem;
          padding: .5rem .9rem .9rem; min-width: 0; }
        legend { font-weight: 600; padding: 0 .3rem; overflow-wrap: anywhere; }
        .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem .9rem; }
        [aria-invalid="true"] { border: 2px solid var(--bad); }
        .changed { border-color: var(--link); border-style: dashed; border-width: 2px; }
        .hint { color: var(--warn); font-size: .82rem; }
        .saving { position: sticky; bottom: 0; background: var(--paper); padding: .6rem 0;
          border-top: 1px solid var(--line); }
        .saving p { margin: .3rem 0 0; }

        """

    private static let paper = """
        @media (max-width: 40rem) { svg.chart text { font-size: 20px; } body { padding: 0 .9rem 2rem; }
          table.legend td:last-child { display: none; }
          input[type="search"] { min-width: 0; } .filter label { flex: 1 1 100%; } }
        @page { size: A4; margin: 15mm; }
        @media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --field: #fff; --good: #2e7d4f;
          --fine: #7fb08f; --quiet: #8a949f; --bad: #b3261e; --warn: #b26a00; --open: #6a4fb3; --wait: #d79a2b; }
          html { font-size: 11px; } body { max-width: none; padding: 0; }
          rect, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .filter, .skip, button, .saving, .scroll[tabindex]:focus { outline: 0; }
          .filter, .skip, button, .saving { display: none; }
          .scroll { overflow: visible; } .scroll table { min-width: 0; }
          .counts .line { display: none; } .counts thead th { width: 26%; }
          tr, .cause, figure, fieldset { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
          .columns { grid-template-columns: repeat(3, 1fr); gap: 1rem; } }

        """
}
