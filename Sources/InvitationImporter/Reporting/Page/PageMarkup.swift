/// The markup of pages, in Mustache: the frame, and what everybody reads first.
enum PageMarkup {
    static let page = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-{{nonce}}'; \
        script-src 'nonce-{{nonce}}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="{{generator}}">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <style nonce="{{nonce}}">{{{style}}}</style>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        {{> head}}
        <main id="main">
        {{> people}}
        {{> course}}
        {{> rows}}
        </main>
        <footer><p>Written by k0rdent-invite {{tool}}{{#written}}, \
        <time datetime="{{machine}}">{{words}}</time>{{/written}}. \
        This page loads nothing and sends nothing.</p></footer>
        <script nonce="{{nonce}}">{{{script}}}</script>
        </body>
        </html>

        """

    /// A bar with its legend.
    static let bar = """
        <svg class="bar" viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label="{{words}}">
        {{#parts}}<rect class="{{name}}" x="{{x}}" y="0" width="{{width}}" height="28"/>
        {{/parts}}</svg>
        <table class="legend"><caption class="unseen">{{rows}}</caption>
        <thead class="unseen"><tr><th scope="col">Name</th><th scope="col">Number</th><th scope="col">Share</th>\
        <th scope="col">Meaning</th></tr></thead>
        <tbody>
        {{#parts}}<tr><th scope="row"><span class="dot {{name}}"></span>{{name}}</th><td class="number">{{count}}</td>\
        <td class="number share">{{percent}} %</td><td>{{meaning}}</td></tr>
        {{/parts}}</tbody></table>
        """

    static let head = """
        <header>
        <p class="kind">{{kind}}</p>
        <h1>{{heading}}</h1>
        <p class="verdict {{tone}}">{{verdict}}</p>
        {{#stopped}}<p class="stopped">{{.}}</p>{{/stopped}}
        <dl class="facts">
        {{#facts}}<div><dt>{{name}}</dt><dd>{{value}}{{#time}}<time datetime="{{machine}}">{{words}}</time>{{/time}}\
        </dd></div>
        {{/facts}}</dl>
        {{#gaps}}<p class="gap"><strong>This page lacks something.</strong> {{.}}</p>
        {{/gaps}}</header>
        <section aria-labelledby="outcomes">
        <h2 id="outcomes">{{outcomesTitle}}</h2>
        {{#bar}}{{> bar}}{{/bar}}
        {{^bar}}<p>There are no rows.</p>{{/bar}}
        {{#sentences}}<p>{{.}}</p>
        {{/sentences}}</section>

        """

    static let people = """
        <section aria-labelledby="needs">
        <h2 id="needs">{{needsTitle}}</h2>
        {{^causes}}<p>{{nobody}}</p>{{/causes}}
        <div class="causes">
        {{#causes}}<article class="cause">
        <h3><span class="dot {{outcome}}"></span>{{code}} <span class="count">{{count}}</span></h3>
        <p class="advice">{{advice}}</p>
        <ul>
        {{#words}}<li><span class="words">{{text}}</span> <span class="where">{{rows}}</span></li>
        {{/words}}{{#others}}<li>{{.}} with other words; the table and the results have them.</li>{{/others}}
        </ul>
        </article>
        {{/causes}}</div>
        </section>
        {{#statuses}}<section aria-labelledby="statuses">
        <h2 id="statuses">What became of the invitations</h2>
        <p>As the server's list showed them{{#asked}} <time datetime="{{machine}}">{{words}}</time>{{/asked}}, when \
        <code>status</code> asked last.</p>
        {{#statusBar}}{{> bar}}{{/statusBar}}
        {{#unasked}}<p>{{.}} more: nobody has asked for them since they were made.</p>
        {{/unasked}}{{#hasPending}}<div class="scroll" tabindex="0" role="region" aria-label="Pending invitations">\
        <table class="narrow">
        <caption>Pending, the first to expire first</caption>
        <thead><tr><th scope="col">Address</th><th scope="col">Name</th><th scope="col">Expires</th></tr></thead>
        <tbody>
        {{#pending}}<tr><th scope="row">{{email}}</th><td>{{name}}</td><td>{{#expires}}<time class="ahead" \
        datetime="{{machine}}">{{words}}</time>{{/expires}}{{^expires}}not known{{/expires}}</td></tr>
        {{/pending}}</tbody></table></div>
        {{#pendingRest}}<p>{{.}}: search for "pending" in the table below, or ask <code>status --only pending \
        --csv</code>.</p>{{/pendingRest}}{{/hasPending}}
        </section>{{/statuses}}
        {{#powers}}<section aria-labelledby="powers">
        <h2 id="powers">Administrators and other far-reaching roles</h2>
        <p>{{count}} with a role whose name suggests power over others. Check each.</p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="powers"><table class="narrow">
        <thead><tr><th scope="col">Address</th><th scope="col">Name</th><th scope="col">Roles</th>\
        <th scope="col">Outcome</th></tr></thead>
        <tbody>
        {{#people}}<tr><th scope="row">{{email}}</th><td>{{name}}</td><td>{{roles}}</td>\
        <td class="outcome"><span class="dot {{outcome}}"></span>{{outcome}}</td></tr>
        {{/people}}</tbody></table></div>
        {{#rest}}<p>{{.}}: search for the role in the table below, or in the results.</p>{{/rest}}
        </section>{{/powers}}
        {{#hasCounts}}<section aria-labelledby="counts">
        <h2 id="counts">By domain, role and group</h2>
        <div class="columns">
        {{#counts}}<table class="counts">
        <caption>{{title}}</caption>
        <thead><tr><th scope="col">Name</th><th scope="col" class="number">People</th>\
        <td class="line"></td><th scope="col" class="number">{{openTitle}}</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{name}}</th><td class="number">{{people}}</td>\
        <td class="line" aria-hidden="true"><svg viewBox="0 0 100 8" preserveAspectRatio="none">\
        <rect width="{{width}}" height="8"/></svg></td><td class="number">{{open}}</td></tr>
        {{/rows}}</tbody>
        {{#rest}}<tfoot><tr><td colspan="4">{{.}}</td></tr></tfoot>{{/rest}}
        </table>
        {{/counts}}</div>
        </section>{{/hasCounts}}

        """
}
